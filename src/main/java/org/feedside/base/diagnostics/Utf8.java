package org.feedside.base.diagnostics;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Decodes text files. */
public final class Utf8 {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    /** Decodes a file and removes the byte order mark that some editors write; {@code file} is its name for diagnostics. */
    public static Parsed<String> decode(String file, byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var text = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(buffer, text, true);
        text.flip();
        if (result.isError()) {
            return Parsed.failed(
                    Code.ENCODING.error(endOf(file, text), "this byte is not valid UTF-8: save the file as UTF-8"));
        }
        return Parsed.of(withoutMark(text.toString()), List.of());
    }

    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Place endOf(String file, CharSequence text) {
        var line = 1;
        var column = 1;
        for (int i = 0; i < text.length(); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Place(file, line, column);
    }
}
