package org.feedside.markup.cleaning;

import java.util.ArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The images of a {@code srcset} attribute: URLs, which may contain commas but not end with one, with sizes. */
final class Srcset {
    private static final Pattern CANDIDATE = Pattern.compile("[\\s,]*(\\S+?)(?:(,+)(?=\\s|$)|\\s+([^,]*)|$)");

    private Srcset() {}

    static String map(String srcset, UnaryOperator<String> url) {
        var candidates = new ArrayList<String>();
        var matcher = CANDIDATE.matcher(srcset);
        while (matcher.lookingAt() && matcher.end() > 0) {
            var mapped = url.apply(matcher.group(1));
            var size = matcher.group(3) == null ? "" : matcher.group(3).strip();
            if (!mapped.isEmpty()) {
                candidates.add(size.isEmpty() ? mapped : mapped + " " + size);
            }
            matcher.region(matcher.end(), srcset.length());
        }
        return String.join(", ", candidates);
    }
}
