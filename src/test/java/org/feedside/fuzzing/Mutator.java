package org.feedside.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.feedside.testing.Words;

/**
 * Creates files that are nearly valid: pieces of valid ones, changed, repeated, removed, and mixed with words of the
 * format.
 */
final class Mutator {
    private static final int MAX_BYTES = 1 << 14;
    private static final int MAX_MUTATIONS = 8;

    /** Texts that often break parsers of any format. */
    private static final List<String> ODDITIES = Words.of("""
            \0 \u0001 \u001B[2J \u007F \u00A0 \u00AD \u0301 \u200B \u200D \u200F \u202E
            \u2066 \uFEFF \uFDD0 \uFFFD \uFFFE \uFFFF e\u0301 \u00E9 \uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDCBB
            \uDBFF\uDFFF \u0130 \u00DF \uFB01 \u3000 \r \r⏎ ⏎ ⏎⏎ \t ␣ \\ " ' ` / .. ../ %00 %2e & < > &#0; ]]>
            <!-- --> ${a} {{ }} %s \\u0000 \\uD800 \\x00 CON aux. ~
            """);

    /** The line ends of Unicode, which the compiler warns about in a text block. */
    private static final List<String> LINE_ENDS = List.of("\u0085", "\u2028", "\u2029");

    private static final List<String> NUMBERS = Words.of("""
            0 -0 -1 00 1e999 -1e-999 127 128 255 256 32768 65536 2147483647 2147483648 -2147483649
            9223372036854775807 9223372036854775808 -9223372036854775809 99999999999999999999999999
            0x7fffffffffffffff 0xffffffffffffffffff 0o777777777777777777777777 1_000 nan inf -inf .5 5. 0.1e1
            0000-00-00 9999-12-31T23:59:59.999999999Z 10000-01-01 2025-02-30 2025-01-01T24:00:00Z
            2025-01-01T10:00:60Z 2025-01-01T10:00:00+99:99 2025-01-01T10:00:00-18:01 0000-01-01T00:00:00+18:00
            9999-12-31T23:59:59-18:00 1-1-1 25:61:61
            """);

    private final List<byte[]> corpus;
    private final List<byte[]> dictionary;

    Mutator(Target target) {
        this.corpus = bytes(target.corpus());
        var words = new ArrayList<>(target.dictionary());
        words.addAll(ODDITIES);
        words.addAll(LINE_ENDS);
        words.addAll(NUMBERS);
        this.dictionary = bytes(words);
    }

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }

    byte[] file(RandomGenerator random) {
        var file = pick(corpus, random);
        for (int i = random.nextInt(1 + random.nextInt(MAX_MUTATIONS)); i >= 0; i--) {
            file = mutated(file, random);
        }
        return file.length > MAX_BYTES ? Arrays.copyOf(file, MAX_BYTES) : file;
    }

    private byte[] mutated(byte[] file, RandomGenerator random) {
        var from = random.nextInt(file.length + 1);
        var to = Math.min(file.length, from + length(random));
        return switch (random.nextInt(14)) {
            case 0 -> put(file, from, to, new byte[] {(byte) random.nextInt(256)});
            case 1 -> flipped(file, random);
            case 2 -> put(file, from, to, new byte[0]);
            case 3 -> put(file, to, to, Arrays.copyOfRange(file, from, to));
            case 4 -> put(file, from, from, slice(pick(corpus, random), random));
            case 5 -> put(file, from, to, slice(pick(corpus, random), random));
            case 6, 7, 8 -> put(file, from, from, pick(dictionary, random));
            case 9 -> put(file, from, to, pick(dictionary, random));
            case 10 -> put(file, from, from, repeated(pick(dictionary, random), random));
            case 11 -> put(file, from, from, repeated(Arrays.copyOfRange(file, from, to), random));
            case 12 -> number(file, from, random);
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(file, from) : moved(file, from, to, random);
        };
    }

    /** Mostly small numbers. */
    private static int length(RandomGenerator random) {
        return 1 + random.nextInt(1 << random.nextInt(8));
    }

    private static byte[] pick(List<byte[]> pieces, RandomGenerator random) {
        return pieces.get(random.nextInt(pieces.size()));
    }

    private static byte[] slice(byte[] bytes, RandomGenerator random) {
        var from = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length(random)));
    }

    private static byte[] flipped(byte[] file, RandomGenerator random) {
        var flipped = file.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** Nesting and long lines: mostly a few levels, sometimes very many. */
    private static byte[] repeated(byte[] piece, RandomGenerator random) {
        var most = random.nextInt(256) == 0 ? 10_000 : random.nextInt(32) == 0 ? 200 : 6;
        var times = piece.length == 0 ? 0 : Math.min(1 + random.nextInt(most), MAX_BYTES / piece.length);
        var repeated = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            repeated.writeBytes(piece);
        }
        return repeated.toByteArray();
    }

    /** Replaces the next number. */
    private byte[] number(byte[] file, int from, RandomGenerator random) {
        var start = from;
        while (start < file.length && (file[start] < '0' || file[start] > '9')) {
            start++;
        }
        var end = start;
        while (end < file.length && file[end] >= '0' && file[end] <= '9') {
            end++;
        }
        var number = NUMBERS.get(random.nextInt(NUMBERS.size()));
        return put(file, start, end, number.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] moved(byte[] file, int from, int to, RandomGenerator random) {
        var piece = Arrays.copyOfRange(file, from, to);
        var rest = put(file, from, to, new byte[0]);
        var at = random.nextInt(rest.length + 1);
        return put(rest, at, at, piece);
    }

    private static byte[] put(byte[] file, int from, int to, byte[] piece) {
        var changed = new byte[file.length - (to - from) + piece.length];
        System.arraycopy(file, 0, changed, 0, from);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(file, to, changed, from + piece.length, file.length - to);
        return changed;
    }
}
