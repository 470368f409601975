package org.feedside.real;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Decoding;
import org.feedside.testing.PublishedFeed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readers that poll continuously in every content coding and check each response: it is complete and well-formed, each
 * entity tag has one body, and the Last-Modified of a document grows with each new body and never decreases.
 */
final class Subscriber implements AutoCloseable {
    private static final List<String> CODINGS = List.of("identity", "gzip", "br");
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final int MAX_BYTES = 100_000_000;

    private final String address;
    private final List<String> paths;
    private final BiConsumer<String, PublishedFeed> check;
    private final List<Thread> threads;

    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private volatile boolean ended;
    private volatile boolean up;
    private final AtomicLong kills = new AtomicLong();

    /**
     * @param check a further check of each feed by its path, which throws an AssertionError
     */
    Subscriber(String address, int readers, List<String> paths, BiConsumer<String, PublishedFeed> check) {
        this.address = address;
        this.paths = List.copyOf(paths);
        this.check = check;
        this.threads = java.util.stream.IntStream.range(0, readers)
                .mapToObj(i -> new Thread(() -> poll(i), "subscriber " + i))
                .toList();
    }

    /** Begins to poll a running service, so every request must be answered. */
    Subscriber begin() {
        up = true;
        return beginBeforeTheService();
    }

    /** Begins to poll before the service is running. */
    Subscriber beginBeforeTheService() {
        threads.forEach(Thread::start);
        return this;
    }

    /** Announces a kill: from now on responses may be cut off and connections refused. */
    void killing() {
        up = false;
        kills.incrementAndGet();
    }

    /** Announces that the service answers again. */
    void up() {
        up = true;
    }

    /**
     * Returns the number of responses with a status, of {@code refused} connections, or of connections {@code cut by a
     * kill}.
     */
    long count(String what) {
        return Optional.ofNullable(counts.get(what)).map(LongAdder::sum).orElse(0L);
    }

    /** Returns all violations. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "%s, %d bodies by tag".formatted(new TreeMap<>(counts), bodies.size());
    }

    private void counted(String what) {
        counts.computeIfAbsent(what, w -> new LongAdder()).increment();
    }

    /**
     * The validators of a document that one reader has. The tags of a version in all codings begin with the same
     * digest.
     */
    private record Known(String tag, Instant modified) {
        boolean isVersionOf(Known other) {
            return digest(tag).equals(digest(other.tag));
        }

        private static String digest(String tag) {
            return tag.replaceAll("\"([^.\"]*).*", "$1");
        }

        /** Whether these validators may follow {@code before}. */
        boolean mayFollow(Known before) {
            return isVersionOf(before) ? !modified.isBefore(before.modified) : modified.isAfter(before.modified);
        }
    }

    private void poll(int reader) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        var known = new HashMap<String, Known>();
        for (int turn = reader; !ended; turn++) {
            var path = paths.get(turn % paths.size());
            var coding = CODINGS.get(turn / paths.size() % CODINGS.size());
            request(client, path, coding, turn % 5 == 4, known);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void request(
            HttpClient client, String path, String coding, boolean isConditional, Map<String, Known> known) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Encoding", coding);
        var before = Optional.ofNullable(known.get(path));
        before.filter(k -> isConditional).ifPresent(k -> request.header("If-None-Match", k.tag()));
        var killsBefore = kills.get();
        var wasUp = up;
        try {
            checkResponse(path, client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()), known);
        } catch (ConnectException e) {
            counted("refused");
            if (wasUp && killsBefore == kills.get()) {
                faults.add(path + " was refused: " + e);
            }
        } catch (IOException e) {
            counted("cut by a kill");
            if (wasUp && killsBefore == kills.get()) {
                faults.add(path + " was cut: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (AssertionError | RuntimeException e) {
            faults.add(path + ": " + e);
        }
    }

    private void checkResponse(String path, HttpResponse<byte[]> response, Map<String, Known> known) {
        counted(String.valueOf(response.statusCode()));
        if (response.statusCode() == 503) {
            return;
        }
        if (response.statusCode() != 200 && response.statusCode() != 304) {
            faults.add("%s answered %d".formatted(path, response.statusCode()));
            return;
        }
        var tag = field(response, "ETag");
        var modified = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(field(response, "Last-Modified")));
        var now = new Known(tag, modified);
        var before = Optional.ofNullable(known.put(path, now));
        before.filter(b -> !now.mayFollow(b))
                .ifPresent(b -> faults.add("%s went from %s to %s".formatted(path, b, now)));
        if (response.statusCode() == 200) {
            body(path, response, tag);
        }
    }

    private void body(String path, HttpResponse<byte[]> response, String tag) {
        if (response.headers().firstValueAsLong("Content-Length").orElse(-1) != response.body().length) {
            faults.add("%s has %d bytes, which is not its Content-Length".formatted(path, response.body().length));
        }
        var sent = Bytes.of(response.body());
        var named = bodies.putIfAbsent(path + " " + tag, sent.digest());
        if (named != null) {
            if (!named.equals(sent.digest())) {
                faults.add("%s: the tag %s has two bodies".formatted(path, tag));
            }
            return;
        }
        try {
            var coding = response.headers().firstValue("Content-Encoding").orElse("identity");
            checkForm(path, Decoding.decode(coding, sent, MAX_BYTES).orElseThrow());
        } catch (IOException e) {
            faults.add("%s cannot be decoded: %s".formatted(path, e));
        }
    }

    private void checkForm(String path, Bytes document) {
        var malformed = malformed(path, document);
        malformed.ifPresent(faults::add);
        if (malformed.isEmpty() && path.endsWith(".xml")) {
            PublishedFeed.read(document.toArray()).ifPresent(feed -> check.accept(path, feed));
        }
    }

    /** Returns why a document is incomplete or malformed; empty if it is well-formed. */
    static Optional<String> malformed(String path, Bytes document) {
        if (path.endsWith(".json")) {
            try {
                JsonMapper.shared().readTree(document.toArray());
                return Optional.empty();
            } catch (JacksonException e) {
                return Optional.of("%s is not JSON: %s".formatted(path, e.getMessage()));
            }
        }
        return document.toString().strip().endsWith(">")
                        && (path.endsWith(".opml")
                                || PublishedFeed.read(document.toArray()).isPresent())
                ? Optional.empty()
                : Optional.of("%s is not a complete feed: %s".formatted(path, document));
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name));
    }

    @Override
    public void close() {
        ended = true;
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
