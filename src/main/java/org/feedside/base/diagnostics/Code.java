package org.feedside.base.diagnostics;

import java.nio.file.Path;
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
    TEMPLATE,
    MISSING_FILE,
    MOVED_NOWHERE,
    FEED_SIZE,
    FEED_LINKS,
    NOT_BUILT,
    BUILT_PAGE,
    HELD_BACK,
    OLD_FEED,
    FINDING,
    USAGE,
    STATE,
    FEEDS_FOLDER,
    SOURCE,
    PORT,
    CLOCK,
    OVERDUE,
    MEMORY,
    INTERNAL;

    public Diagnostic error(Place place, String message) {
        return new Diagnostic(Severity.ERROR, this, place, message);
    }

    /** Returns an error of a whole file. */
    public Diagnostic error(String file, String message) {
        return error(Place.startOf(file), message);
    }

    public Diagnostic error(Path file, String message) {
        return error(file.toString(), message);
    }

    public Diagnostic warning(Place place, String message) {
        return new Diagnostic(Severity.WARNING, this, place, message);
    }

    public Diagnostic warning(String file, String message) {
        return warning(Place.startOf(file), message);
    }

    public Diagnostic warning(Path file, String message) {
        return warning(file.toString(), message);
    }

    public Diagnostic advice(Place place, String message) {
        return new Diagnostic(Severity.ADVICE, this, place, message);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
