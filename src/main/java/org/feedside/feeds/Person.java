package org.feedside.feeds;

import java.util.Optional;
import java.util.regex.Pattern;

/** A person (RFC 4287, section 3.2). */
public record Person(String name, Optional<String> email) {
    private static final String EMAIL = "[^\\s@<>()]+@[^\\s@<>()]+\\.[^\\s@<>()]+";
    private static final Pattern EMAIL_FIRST = Pattern.compile("(" + EMAIL + ")\\s*\\((.+)\\)");
    private static final Pattern NAME_FIRST = Pattern.compile("(.+?)\\s*<(" + EMAIL + ")>");

    /** Parses {@code a@b.c (Name)}, {@code Name <a@b.c>}, an address alone or a name alone. */
    public static Person parse(String text) {
        var trimmed = text.strip();
        var emailFirst = EMAIL_FIRST.matcher(trimmed);
        if (emailFirst.matches()) {
            return new Person(emailFirst.group(2).strip(), Optional.of(emailFirst.group(1)));
        }
        var nameFirst = NAME_FIRST.matcher(trimmed);
        if (nameFirst.matches()) {
            return new Person(nameFirst.group(1).strip(), Optional.of(nameFirst.group(2)));
        }
        return new Person(trimmed, Optional.empty());
    }
}
