package org.feedside.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.diagnostics.Severity;

/** A problem that a command prints, with or without a place in a file. */
record Problem(Severity severity, Code code, Optional<Place> place, String message) {
    static Problem of(Diagnostic diagnostic) {
        return new Problem(
                diagnostic.severity(), diagnostic.code(), Optional.of(diagnostic.place()), diagnostic.message());
    }

    /** Returns the problems sorted by place. */
    static List<Problem> of(Collection<Diagnostic> diagnostics) {
        return diagnostics.stream().sorted().map(Problem::of).toList();
    }

    static Problem error(Code code, String message) {
        return new Problem(Severity.ERROR, code, Optional.empty(), message);
    }
}
