package org.feedside.feeds;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes links of Zola's permalinks, which are plain concatenations of names (RFC 3987). */
public final class Iri {
    private static final String FORBIDDEN = " \"<>\\^`{|}";
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

    private Iri() {}

    /** Percent-encodes what no IRI may hold; all else stays as Zola prints it. */
    public static String encode(String permalink) {
        var encoded = new StringBuilder(permalink.length());
        LONE_PERCENT.matcher(permalink).replaceAll("%25").codePoints().forEach(c -> {
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
