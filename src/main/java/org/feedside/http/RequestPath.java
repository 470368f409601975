package org.feedside.http;

import java.net.URLDecoder;
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
        // In ISO 8859-1 every octet is a character. In a path, other than in a form, a plus sign is no space.
        var octets = new String(raw.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).replace("+", "%2B");
        try {
            var decoded = URLDecoder.decode(octets, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // Bytes that are not UTF-8 are rejected: replacement characters could make another valid path.
            return Optional.empty();
        }
    }

    private static boolean isSafe(String path) {
        return path.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\')
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
    }
}
