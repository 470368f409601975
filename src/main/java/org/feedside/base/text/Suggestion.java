package org.feedside.base.text;

import java.util.Collection;
import java.util.Optional;

/** Suggests the correct word for a misspelt one. */
public final class Suggestion {
    private Suggestion() {}

    /** Returns the known word from which a word differs in one letter, or in the order of two. */
    public static Optional<String> similar(Collection<String> known, String word) {
        return known.stream()
                .filter(candidate -> candidate.length() > 3 && distance(candidate, word) == 1)
                .sorted()
                .findFirst();
    }

    /** Returns the end of a message: it suggests the known word that is most similar, or lists all known words if none is. */
    public static String among(Collection<String> known, String word) {
        var best = "";
        var minDistance = Math.max(2, word.length() / 3) + 1;
        for (var candidate : known.stream().sorted().toList()) {
            var distance = distance(candidate, word);
            if (distance < minDistance) {
                best = candidate;
                minDistance = distance;
            }
        }
        return best.isEmpty()
                ? "; expected one of: "
                        + String.join(", ", known.stream().sorted().toList())
                : "; did you mean `%s`?".formatted(best);
    }

    /** The Damerau-Levenshtein distance: how many letters must be added, removed, replaced or swapped with the next one. */
    private static int distance(String a, String b) {
        var distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distances[i][j] = i + j;
                    continue;
                }
                var changed = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                distances[i][j] = Math.min(changed, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    distances[i][j] = Math.min(distances[i][j], distances[i - 2][j - 2] + 1);
                }
            }
        }
        return distances[a.length()][b.length()];
    }
}
