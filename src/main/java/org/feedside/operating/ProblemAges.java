package org.feedside.operating;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;

/** Records when each problem first occurred. Not thread-safe. */
final class ProblemAges {
    private final Map<Diagnostic, Instant> since = new HashMap<>();

    /** Replaces the problems by the current ones. */
    List<KnownProblem> all(Collection<Diagnostic> problems, Instant now) {
        since.keySet().retainAll(Set.copyOf(problems));
        return some(problems, now);
    }

    /** Adds problems that prevent others from being detected; the others are kept. */
    List<KnownProblem> some(Collection<Diagnostic> problems, Instant now) {
        problems.forEach(problem -> since.putIfAbsent(problem, now));
        return problems.stream()
                .map(problem -> new KnownProblem(problem, Objects.requireNonNull(since.get(problem))))
                .toList();
    }
}
