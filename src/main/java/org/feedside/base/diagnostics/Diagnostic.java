package org.feedside.base.diagnostics;

import java.util.Comparator;
import org.feedside.base.text.PrintableText;

/** A problem, printed as {@code file:line:column: error: what is wrong, what to do}. */
public record Diagnostic(Severity severity, Code code, Place place, String message) implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic d) -> d.place().file())
            .thenComparing(d -> d.place().line())
            .thenComparing(d -> d.place().column())
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        // The message may quote unprintable characters of a file.
        message = PrintableText.text(message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        return place + ": " + severity + ": " + message;
    }
}
