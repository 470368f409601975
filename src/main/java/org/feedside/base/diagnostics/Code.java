package org.feedside.base.diagnostics;

import java.util.Locale;

/** The kind of a problem, for scripts: unlike messages, the words do not change. They are listed in operating.md. */
public enum Code {
    ENCODING,
    SYNTAX,
    VALUE,
    UNKNOWN_KEY,
    MISPLACED_KEY,
    NO_SITE,
    UNREADABLE,
    TOO_LARGE,
    OUTSIDE_LINK,
    NO_DATE,
    PATH,
    PATH_TAKEN,
    UNKNOWN_TAXONOMY,
    SHARED_TERM,
    RULE,
    KNOWN_ID,
    CHARACTER,
    LINK,
    SHORTCODE,
    MISSING_FILE,
    MOVED_NOWHERE,
    FEED_SIZE,
    FEED_LINKS,
    HELD_BACK,
    OLD_FEED,
    FINDING,
    OTHER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
