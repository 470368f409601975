package org.feedside.base.diagnostics;

import java.util.List;
import java.util.Optional;

/** What a reading gave: a value if there is one, and every problem found on the way. */
public record Parsed<T>(Optional<T> value, List<Diagnostic> problems) {
    public Parsed {
        problems = List.copyOf(problems);
    }

    public static <T> Parsed<T> of(T value, List<Diagnostic> problems) {
        return new Parsed<>(Optional.of(value), problems);
    }

    public static <T> Parsed<T> failed(List<Diagnostic> problems) {
        return new Parsed<>(Optional.empty(), problems);
    }

    public static <T> Parsed<T> failed(Diagnostic problem) {
        return failed(List.of(problem));
    }

    /** The value, unless one of the problems is an error. */
    public static <T> Parsed<T> unlessErrors(T value, List<Diagnostic> problems) {
        return problems.stream().anyMatch(Diagnostic::isError) ? failed(problems) : of(value, problems);
    }
}
