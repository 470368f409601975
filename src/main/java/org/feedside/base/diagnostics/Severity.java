package org.feedside.base.diagnostics;

/** How bad a problem is: an error keeps something out of the feeds, a warning does not. */
public enum Severity {
    ERROR,
    WARNING,
    /** Nothing is wrong, but something could be better. */
    ADVICE;

    @Override
    public String toString() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "advice";
        };
    }
}
