package org.feedside.testing;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Formats values of records, so that tables of cases can name them. */
public final class RecordValues {
    private RecordValues() {}

    /** Returns a record's component as text; {@code a.b} is the component b of the component a. */
    public static Optional<String> text(Object owner, String path) {
        var dot = path.indexOf('.');
        if (dot >= 0) {
            var inner = value(owner, path.substring(0, dot));
            var rest = path.substring(dot + 1);
            return inner instanceof Optional<?> optional ? optional.flatMap(v -> text(v, rest)) : text(inner, rest);
        }
        return Optional.of(value(owner, path))
                .map(value -> value instanceof OptionalInt number
                        ? number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty()
                        : value)
                .flatMap(value -> value instanceof Optional<?> optional ? optional : Optional.of(value))
                .map(String::valueOf);
    }

    private static Object value(Object owner, String name) {
        var component = Arrays.stream(owner.getClass().getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + owner.getClass()));
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
