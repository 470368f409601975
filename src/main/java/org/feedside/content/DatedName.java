package org.feedside.content;

import java.util.Optional;
import java.util.regex.Pattern;

/** A file name that may start with a date, as in Jekyll and Eleventy: {@code 2024-05-06-hello}. */
public record DatedName(Optional<String> date, String rest) {
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})[-_ ]+(.+)");

    public static DatedName of(String name) {
        var match = DATED.matcher(name);
        return match.matches()
                ? new DatedName(Optional.of(match.group(1)), match.group(2))
                : new DatedName(Optional.empty(), name);
    }
}
