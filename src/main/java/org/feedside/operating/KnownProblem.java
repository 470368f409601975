package org.feedside.operating;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * A problem, with the time at which this process first saw it.
 *
 * @param readersView what readers see meanwhile of its file; empty if that follows from the state
 */
public record KnownProblem(Diagnostic problem, Instant since, Optional<String> readersView) {
    KnownProblem(Diagnostic problem, Instant since) {
        this(problem, since, Optional.empty());
    }

    /** Returns the same with what readers see, given by file. */
    KnownProblem with(Map<String, String> views) {
        return new KnownProblem(
                problem, since, Optional.ofNullable(views.get(problem.place().file())));
    }
}
