package org.feedside.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Decodes the path of a request (RFC 3986, section 3.3). Percent-encoded and raw characters are equal. */
final class RequestPath {
    private RequestPath() {}

    /** Returns the decoded path without its leading slash; empty if it is malformed or could leave the folder. */
    static Optional<String> decode(String raw) {
        return raw.startsWith("/") ? percentDecode(raw.substring(1)).filter(RequestPath::isSafe) : Optional.empty();
    }

    private static Optional<String> percentDecode(String raw) {
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        var plain = new ByteArrayOutputStream(bytes.length);
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                plain.write(bytes[i]);
                continue;
            }
            if (i + 2 >= bytes.length) {
                return Optional.empty();
            }
            var high = Character.digit(bytes[++i], 16);
            var low = Character.digit(bytes[++i], 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            plain.write(high * 16 + low);
        }
        return utf8(plain.toByteArray());
    }

    /** Rejects bytes that are not UTF-8: replacement characters could make another valid path. */
    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(String path) {
        return path.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\')
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
    }
}
