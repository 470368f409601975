package org.feedside.base.diagnostics;

import java.util.Locale;

/** The severity of a problem: an error keeps something out of the feeds, a warning does not. */
public enum Severity {
    ERROR,
    WARNING,
    /** Nothing is wrong, but something could be improved. */
    ADVICE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
