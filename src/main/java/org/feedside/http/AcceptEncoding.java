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
    /** Plain bytes that nobody mentioned are welcome, but less than any coding that was named. */
    private static final double UNNAMED_IDENTITY = 0.0001;

    private final ParseCache<List<Coding>> liked = new ParseCache<>(AcceptEncoding::liked);

    /** The coding that the client likes best; of equals the smallest; plain bytes if it likes none, as 406 helps nobody. */
    Coding choose(Optional<String> header, Predicate<Coding> isAvailable) {
        if (header.isPresent()) {
            for (var coding : liked.read(header.get())) {
                if (isAvailable.test(coding)) {
                    return coding;
                }
            }
        }
        // Without the field anything would be allowed, but who says nothing often understands nothing.
        return Coding.IDENTITY;
    }

    private static List<Coding> liked(String header) {
        var weights = QualityValues.of(header);
        return Stream.of(Coding.values())
                .filter(coding -> weight(coding, weights) > 0)
                .sorted(Comparator.<Coding>comparingDouble(coding -> weight(coding, weights))
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    /** Whether plain bytes are welcome at all. */
    static boolean allowsIdentity(Optional<String> header) {
        return header.isEmpty() || weight(Coding.IDENTITY, QualityValues.of(header.get())) > 0;
    }

    private static double weight(Coding coding, Map<String, Double> weights) {
        var rest = weights.getOrDefault("*", coding == Coding.IDENTITY ? UNNAMED_IDENTITY : 0);
        var alias = coding == Coding.GZIP ? weights.getOrDefault("x-gzip", rest) : rest;
        return weights.getOrDefault(coding.token(), alias);
    }
}
