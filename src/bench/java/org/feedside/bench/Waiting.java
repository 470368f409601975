package org.feedside.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Asks a server every millisecond until it answers as it should. */
final class Waiting {
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private Waiting() {}

    /** Waits for the first 200 of a server that is starting; gives the time when it came. */
    static long first(Running server, int port, String path) throws IOException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
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
        throw new IOException("%s was never served: %s".formatted(path, server.said()));
    }

    /** The tag of what is served now; empty if the server gives none. */
    static Optional<String> tag(Connection connection, String path) throws IOException {
        return connection.get(path, Map.of()).field("ETag");
    }

    /** Waits for an answer with other bytes than those of the tag, and as wanted; gives the time when they were there. */
    static long changed(Connection connection, String path, Optional<String> tag, Predicate<String> wanted)
            throws IOException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        var had = tag;
        while (System.nanoTime() < deadline) {
            var answer = connection.get(
                    path, had.map(t -> Map.of("If-None-Match", t)).orElse(Map.of()));
            var now = System.nanoTime();
            if (answer.status() == 200 && wanted.test(answer.text())) {
                return now;
            }
            had = answer.field("ETag").or(() -> tag);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("a change was never served at " + path);
    }
}
