package org.feedside.fuzzing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** Runs a target on mutated files. The seed and the case's index determine the file. */
final class Fuzzer {
    private static final int MAX_SHRINK_ATTEMPTS = 3_000;
    private static final int MAX_SHOWN = 2_000;

    /** Some cases are read twice, to find results that depend on more than the bytes. */
    private static final int READ_TWICE = 8;

    /** CPU time does not depend on other processes. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Target target;
    private final Mutator mutator;
    private final long seed;
    private Duration slowest = Duration.ZERO;
    private long slowestIndex;
    private volatile long index;

    Fuzzer(Target target, long seed) {
        this.target = target;
        this.mutator = new Mutator(target);
        this.seed = seed;
    }

    byte[] file(long index) {
        return mutator.file(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index));
    }

    /** The longest CPU time of one file so far. */
    Duration slowest() {
        return slowest;
    }

    long slowestIndex() {
        return slowestIndex;
    }

    /** The current case. */
    long index() {
        return index;
    }

    /** Runs one case. A failure message shows how to repeat it, and the smallest failing file found. */
    void run(long index) {
        this.index = index;
        var file = file(index);
        var start = CPU.getCurrentThreadCpuTime();
        var failure = failure(file, index % READ_TWICE == 0);
        var time = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start);
        if (failure.isEmpty() && time.compareTo(slowest) > 0) {
            // The first reading may also measure class loading and cold code, so the smaller time of two counts.
            start = CPU.getCurrentThreadCpuTime();
            failure = failure(file, false);
            var again = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start);
            time = again.compareTo(time) < 0 ? again : time;
        }
        if (time.compareTo(slowest) > 0) {
            slowest = time;
            slowestIndex = index;
        }
        if (failure.isPresent()) {
            throw new AssertionError(
                    "%s: %s%nrepeat with -Dfuzzing.seed=%d -Dfuzzing.index=%d%nshrunk to: %s"
                            .formatted(target.name(), failure.get(), seed, index, shown(shrunk(file))),
                    failure.get());
        }
    }

    private Optional<Throwable> failure(byte[] file, boolean twice) {
        try {
            var first = target.read(file);
            if (twice && !first.equals(target.read(file))) {
                return Optional.of(new AssertionError("read again, it is something else"));
            }
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(e);
        }
    }

    /** Removes pieces, large ones first, while the rest still fails. */
    private byte[] shrunk(byte[] file) {
        var smallest = file;
        var tries = 0;
        for (int size = Math.max(1, file.length / 2); size >= 1; size = size == 1 ? 0 : size / 2) {
            var from = 0;
            while (from < smallest.length && tries++ < MAX_SHRINK_ATTEMPTS) {
                var without = without(smallest, from, Math.min(smallest.length, from + size));
                if (failure(without, true).isPresent()) {
                    smallest = without;
                } else {
                    from += size;
                }
            }
        }
        return smallest;
    }

    private static byte[] without(byte[] file, int from, int to) {
        var rest = Arrays.copyOf(file, file.length - (to - from));
        System.arraycopy(file, to, rest, from, file.length - to);
        return rest;
    }

    /** Returns the file as ASCII for use in a test; other bytes become {@code \x..}. */
    private static String shown(byte[] file) {
        var text = new StringBuilder("\"");
        for (var c : new String(file, StandardCharsets.UTF_8).toCharArray()) {
            if (c == '\n') {
                text.append("\\n");
            } else if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                text.append(c);
            } else {
                text.append("\\u%04X".formatted((int) c));
            }
        }
        var quoted = text.append('"').toString();
        return quoted.length() > MAX_SHOWN
                ? quoted.substring(0, MAX_SHOWN) + "… (%d bytes)".formatted(file.length)
                : quoted;
    }
}
