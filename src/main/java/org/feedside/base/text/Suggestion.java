package org.feedside.base.text;

import java.util.Collection;

/** Finds the word that somebody meant. */
public final class Suggestion {
    private Suggestion() {}

    /** A sentence that names the known word nearest to a mistyped one, or else all known words. */
    public static String among(Collection<String> known, String word) {
        var nearest = "";
        var least = Math.max(2, word.length() / 3) + 1;
        for (var candidate : known.stream().sorted().toList()) {
            var distance = distance(candidate, word);
            if (distance < least) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest.isEmpty()
                ? "; known here are: "
                        + String.join(", ", known.stream().sorted().toList())
                : "; did you mean `%s`?".formatted(nearest);
    }

    /** How many letters must be added, dropped, changed, or swapped with the next (Damerau, Levenshtein). */
    private static int distance(String a, String b) {
        var least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                var changed = least[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                least[i][j] = Math.min(changed, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[a.length()][b.length()];
    }
}
