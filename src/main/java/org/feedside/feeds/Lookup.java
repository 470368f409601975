package org.feedside.feeds;

import java.util.Optional;
import java.util.function.Supplier;

/** The result of looking up a path. */
public sealed interface Lookup<T> {
    /** What is at the path. */
    record Found<T>(T found) implements Lookup<T> {}

    /** It has another path: a permanent redirect. */
    record Moved<T>(String path) implements Lookup<T> {}

    /** The page has another path: it is the result of a form, or the same path with or without a final slash. */
    record SeeOther<T>(String path) implements Lookup<T> {}

    /** The form again, with the reason why the request cannot be fulfilled. */
    record Rejected<T>(T page) implements Lookup<T> {}

    /** There is nothing at the path. */
    record NotFound<T>() implements Lookup<T> {}

    /** It is not known yet whether there is something, or it cannot be made at the moment. */
    record Unavailable<T>() implements Lookup<T> {}

    /** Returns what was found, if it is present. */
    static <T> Lookup<T> of(Optional<T> value) {
        return value.<Lookup<T>>map(Found::new).orElseGet(NotFound::new);
    }

    /** Returns what was found, or the path that it moved to, if one of them is present. */
    static <T> Lookup<T> of(Optional<T> value, Optional<String> newPath) {
        return newPath.<Lookup<T>>map(Moved::new).orElseGet(() -> of(value));
    }

    /** Returns what is at the path; empty for all other results. */
    default Optional<T> value() {
        return this instanceof Found<T> result ? Optional.of(result.found()) : Optional.empty();
    }

    /** Returns the path that it moved to; empty for all other results. */
    default Optional<String> newPath() {
        return this instanceof Moved<T> result ? Optional.of(result.path()) : Optional.empty();
    }

    /** Returns this result, or the other one if there is nothing at the path. */
    default Lookup<T> or(Supplier<Lookup<T>> other) {
        return this instanceof NotFound ? other.get() : this;
    }
}
