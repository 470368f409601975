package org.feedside.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feedside.publishing.Coding;

/** Chooses a content coding (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
    /** The weight of identity if the field does not name it: acceptable, but less than any named coding. */
    private static final double UNNAMED_IDENTITY = 0.0001;

    private final ParseCache<List<Coding>> preferred = new ParseCache<>(AcceptEncoding::preferred);

    /**
     * Returns the available coding with the highest weight; if several have the same weight, the one with the smallest
     * result. Returns identity if none is acceptable, because a 406 would help no client.
     */
    Coding choose(Optional<String> header, Predicate<Coding> isAvailable) {
        if (header.isPresent()) {
            for (var coding : preferred.get(header.get())) {
                if (isAvailable.test(coding)) {
                    return coding;
                }
            }
        }
        // Without the field every coding is allowed, but clients that do not send it often support none.
        return Coding.IDENTITY;
    }

    private static List<Coding> preferred(String header) {
        var weights = QualityValues.of(header);
        return Stream.of(Coding.values())
                .filter(coding -> weight(coding, weights) > 0)
                .sorted(Comparator.<Coding>comparingDouble(coding -> weight(coding, weights))
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    /** Whether the client accepts an unencoded response. */
    static boolean allowsIdentity(Optional<String> header) {
        return header.isEmpty() || weight(Coding.IDENTITY, QualityValues.of(header.get())) > 0;
    }

    private static double weight(Coding coding, Map<String, Double> weights) {
        var wildcard = weights.getOrDefault("*", coding == Coding.IDENTITY ? UNNAMED_IDENTITY : 0);
        var alias = coding == Coding.GZIP ? weights.getOrDefault("x-gzip", wildcard) : wildcard;
        return weights.getOrDefault(coding.token(), alias);
    }
}
