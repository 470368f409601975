package org.feedside.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Requests a document every millisecond until the response is the expected one. */
final class Waiting {
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long TIMEOUT_NANOS = 300_000_000_000L;

    private Waiting() {}

    /** Waits for the first 200 of a server that is starting, and returns its time in the clock of {@link System#nanoTime()}. */
    static long forFirst(Running server, int port, String path) throws IOException {
        var deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (System.nanoTime() < deadline && !server.isOver()) {
            try (var connection = new Connection(port)) {
                if (connection.get(path, Map.of()).status() == 200) {
                    return System.nanoTime();
                }
            } catch (IOException e) {
                // It does not listen yet.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IOException("%s was never served: %s".formatted(path, server.output()));
    }

    /** The entity tag of the current response; empty if the server sends none. */
    static Optional<String> tag(Connection connection, String path) throws IOException {
        return connection.get(path, Map.of()).field("ETag");
    }

    /**
     * Waits for a body that meets a condition, and returns its time in the clock of {@link System#nanoTime()}.
     *
     * @param tag the entity tag of the body before the change
     */
    static long forChange(Connection connection, String path, Optional<String> tag, Predicate<String> condition)
            throws IOException {
        var deadline = System.nanoTime() + TIMEOUT_NANOS;
        var known = tag;
        while (System.nanoTime() < deadline) {
            var response = connection.get(
                    path, known.map(t -> Map.of("If-None-Match", t)).orElse(Map.of()));
            var now = System.nanoTime();
            if (response.status() == 200 && condition.test(response.text())) {
                return now;
            }
            known = response.field("ETag").or(() -> tag);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("a change was never served at " + path);
    }
}
