package org.feedside.feeds;

import java.nio.charset.StandardCharsets;

/** Makes links of Zola's permalinks, which are plain concatenations of names (RFC 3987). */
final class Iri {
    private static final String FORBIDDEN = " \"<>\\^`{|}";

    private Iri() {}

    /** Percent-encodes what no IRI may hold; all else stays as Zola prints it. */
    static String encode(String permalink) {
        var encoded = new StringBuilder(permalink.length());
        permalink.codePoints().forEach(c -> {
            if (c <= 0x20 || c == 0x7F || FORBIDDEN.indexOf(c) >= 0) {
                for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(b));
                }
            } else {
                encoded.appendCodePoint(c);
            }
        });
        return encoded.toString();
    }
}
