package org.feedside.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The key by which a section orders its pages; Zola drops pages without that key. */
public enum SortBy {
    NONE,
    DATE,
    UPDATE_DATE,
    TITLE,
    TITLE_BYTES,
    WEIGHT,
    SLUG,
    PERMALINK;

    static Optional<SortBy> named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
