package org.feedside.http.client;

import java.util.Optional;
import java.util.stream.Stream;

/** Examines why a request failed. */
public final class RequestFailure {
    private static final int MAX_SHOWN = 200;

    private RequestFailure() {}

    /** Whether a failure has a cause of this type. */
    public static boolean has(Throwable failure, Class<? extends Throwable> cause) {
        return find(failure, cause).isPresent();
    }

    /** Returns the cause of this type, if there is one. The depth of a cause differs between Java versions. */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> cause) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, t -> t.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .filter(cause::isInstance)
                .map(cause::cast)
                .findFirst();
    }

    /** Returns a text of another server on one line of printable ASCII, shortened. */
    public static String printable(String text) {
        var plain = text.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() > MAX_SHOWN ? plain.substring(0, MAX_SHOWN) + "…" : plain;
    }
}
