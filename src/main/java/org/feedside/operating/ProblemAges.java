package org.feedside.operating;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;

/** Remembers since when each problem is known. Used by one thread. */
final class ProblemAges {
    private final Map<Diagnostic, Instant> since = new HashMap<>();

    /** These are all problems that there are now. */
    List<KnownProblem> all(Collection<Diagnostic> problems, Instant now) {
        since.keySet().retainAll(Set.copyOf(problems));
        return some(problems, now);
    }

    /** These problems hide others, of which nothing is known until they are mended. */
    List<KnownProblem> some(Collection<Diagnostic> problems, Instant now) {
        problems.forEach(problem -> since.putIfAbsent(problem, now));
        return problems.stream()
                .map(problem -> new KnownProblem(problem, Objects.requireNonNull(since.get(problem))))
                .toList();
    }
}
