package org.feedside.feeds;

import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody who wrote something (RFC 4287, section 3.2). */
public record Person(String name, Optional<String> email) {
    private static final String ADDRESS = "[^\\s@<>()]+@[^\\s@<>()]+\\.[^\\s@<>()]+";
    private static final Pattern ADDRESS_FIRST = Pattern.compile("(" + ADDRESS + ")\\s*\\((.+)\\)");
    private static final Pattern NAME_FIRST = Pattern.compile("(.+?)\\s*<(" + ADDRESS + ")>");

    /** Reads {@code a@b.c (Name)}, {@code Name <a@b.c>}, a bare address or a bare name. */
    public static Person parse(String text) {
        var trimmed = text.strip();
        var addressFirst = ADDRESS_FIRST.matcher(trimmed);
        if (addressFirst.matches()) {
            return new Person(addressFirst.group(2).strip(), Optional.of(addressFirst.group(1)));
        }
        var nameFirst = NAME_FIRST.matcher(trimmed);
        if (nameFirst.matches()) {
            return new Person(nameFirst.group(1).strip(), Optional.of(nameFirst.group(2)));
        }
        return new Person(trimmed, Optional.empty());
    }
}
