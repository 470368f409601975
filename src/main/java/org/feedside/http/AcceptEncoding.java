package org.feedside.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedside.publishing.Coding;

/** Chooses a content coding (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
    private static final Pattern ELEMENT =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:\\s*;\\s*[qQ]=([01](?:\\.[0-9]{0,3})?))?");

    /** Plain bytes that nobody mentioned are welcome, but less than any coding that was named. */
    private static final double UNNAMED_IDENTITY = 0.0001;

    private AcceptEncoding() {}

    /** The coding that the client likes best; of equals the smallest; plain bytes if it likes none, as 406 helps nobody. */
    static Coding choose(Optional<String> header, Set<Coding> available) {
        if (header.isEmpty()) {
            // Anything would be allowed, but who says nothing often understands nothing.
            return Coding.IDENTITY;
        }
        var weights = weights(header.get());
        return available.stream()
                .filter(coding -> weight(coding, weights) > 0)
                .max(Comparator.<Coding>comparingDouble(coding -> weight(coding, weights))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(Coding.IDENTITY);
    }

    private static double weight(Coding coding, Map<String, Double> weights) {
        var rest = weights.getOrDefault("*", coding == Coding.IDENTITY ? UNNAMED_IDENTITY : 0);
        return weights.getOrDefault(coding.token(), rest);
    }

    /** What cannot be understood is left out: a coding less is never wrong. */
    private static Map<String, Double> weights(String header) {
        var weights = new HashMap<String, Double>();
        for (var element : header.split(",", -1)) {
            var matcher = ELEMENT.matcher(element.strip());
            if (matcher.matches()) {
                var weight = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
                weights.putIfAbsent(token(matcher.group(1)), Math.min(weight, 1));
            }
        }
        return weights;
    }

    private static String token(String name) {
        var token = name.toLowerCase(Locale.ROOT);
        return token.equals("x-gzip") ? Coding.GZIP.token() : token;
    }
}
