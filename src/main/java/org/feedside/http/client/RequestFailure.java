package org.feedside.http.client;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

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

    /** Returns in plain words why a request failed. */
    public static String reason(Throwable failure) {
        if (has(failure, HttpConnectTimeoutException.class)) {
            return "the connection timed out";
        } else if (has(failure, HttpTimeoutException.class)) {
            return "the response timed out";
        } else if (has(failure, UnresolvedAddressException.class)) {
            return "no such host";
        } else if (has(failure, ConnectException.class)) {
            return "no connection";
        }
        var problem = has(failure, SSLException.class) ? "TLS failed: " : "the connection failed: ";
        return problem + printable(String.valueOf(failure.getMessage()));
    }

    /** Returns a text of another server on one line of printable ASCII, shortened. */
    public static String printable(String text) {
        var plain = text.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() > MAX_SHOWN ? plain.substring(0, MAX_SHOWN) + "…" : plain;
    }
}
