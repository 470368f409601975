package org.feedside.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the path of a request (RFC 3986, section 3.3): percent-encoded and raw characters mean the same. */
final class RequestPath {
    private RequestPath() {}

    /** The path without its leading slash, decoded; nothing if it is malformed or could mean a place outside. */
    static Optional<String> decode(String raw) {
        return raw.startsWith("/") ? unescape(raw.substring(1)).filter(RequestPath::isHarmless) : Optional.empty();
    }

    private static Optional<String> unescape(String raw) {
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

    /** Bytes that are not UTF-8 name nothing; replacing them could name something else. */
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

    private static boolean isHarmless(String path) {
        return path.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\')
                && List.of(path.split("/", -1)).stream().noneMatch(s -> s.equals(".") || s.equals(".."));
    }
}
