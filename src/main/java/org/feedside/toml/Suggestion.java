package org.feedside.toml;

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

    /** How many letters must be added, dropped or changed (Levenshtein). */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
