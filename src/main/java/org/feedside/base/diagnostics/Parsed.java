package org.feedside.base.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The result of reading: the value, if it could be read, and all problems that were found. */
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

    /** Reads a value with a reader that adds its problems to a list. A value with errors is a failure. */
    public static <T> Parsed<T> read(Function<List<Diagnostic>, Optional<T>> reader) {
        List<Diagnostic> problems = new ArrayList<>();
        var value = reader.apply(problems);
        return value.isEmpty() ? failed(problems) : unlessErrors(value.get(), problems);
    }

    /** Returns the value, or a failure if one of the problems is an error. */
    public static <T> Parsed<T> unlessErrors(T value, List<Diagnostic> problems) {
        return problems.stream().anyMatch(Diagnostic::isError) ? failed(problems) : of(value, problems);
    }
}
