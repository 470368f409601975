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
 * Readers that ask all the time, in every coding, and check each answer: it is complete and well-formed, a tag names one
 * body, and Last-Modified of a document grows with each new body and never falls.
 */
final class Subscriber implements AutoCloseable {
    private static final List<String> CODINGS = List.of("identity", "gzip", "br");
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final int MOST_BYTES = 100_000_000;

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
     * @param check what must hold of each feed besides, by its path; throws an AssertionError if it does not
     */
    Subscriber(String address, int readers, List<String> paths, BiConsumer<String, PublishedFeed> check) {
        this.address = address;
        this.paths = List.copyOf(paths);
        this.check = check;
        this.threads = java.util.stream.IntStream.range(0, readers)
                .mapToObj(i -> new Thread(() -> poll(i), "subscriber " + i))
                .toList();
    }

    /** Begins to ask a service that is there, so that every request must be answered. */
    Subscriber begin() {
        up = true;
        return beginBeforeTheService();
    }

    /** Begins to ask, whether there is a service yet or not. */
    Subscriber beginBeforeTheService() {
        threads.forEach(Thread::start);
        return this;
    }

    /** The service is to be killed, so answers may be cut and connections refused from now on. */
    void killing() {
        up = false;
        kills.incrementAndGet();
    }

    /** The service answers again. */
    void isUp() {
        up = true;
    }

    /** How often a status was answered, a connection was {@code refused}, or {@code cut by a kill}. */
    long count(String what) {
        return Optional.ofNullable(counts.get(what)).map(LongAdder::sum).orElse(0L);
    }

    /** Everything that was not as it must be. */
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

    /** What one reader knows of a document; a version has a tag for each coding, which all begin alike. */
    private record Known(String tag, Instant modified) {
        boolean isVersionOf(Known other) {
            return digest(tag).equals(digest(other.tag));
        }

        private static String digest(String tag) {
            return tag.replaceAll("\"([^.\"]*).*", "$1");
        }

        /** Whether a document may have become this after it was {@code before}. */
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
            ask(client, path, coding, turn % 5 == 4, known);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void ask(HttpClient client, String path, String coding, boolean conditionally, Map<String, Known> known) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Encoding", coding);
        var before = Optional.ofNullable(known.get(path));
        before.filter(k -> conditionally).ifPresent(k -> request.header("If-None-Match", k.tag()));
        var killsBefore = kills.get();
        var wasUp = up;
        try {
            judge(path, client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()), known);
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

    private void judge(String path, HttpResponse<byte[]> answer, Map<String, Known> known) {
        counted(String.valueOf(answer.statusCode()));
        if (answer.statusCode() == 503) {
            return;
        }
        if (answer.statusCode() != 200 && answer.statusCode() != 304) {
            faults.add("%s answered %d".formatted(path, answer.statusCode()));
            return;
        }
        var tag = field(answer, "ETag");
        var modified = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(field(answer, "Last-Modified")));
        var now = new Known(tag, modified);
        var before = Optional.ofNullable(known.put(path, now));
        before.filter(b -> !now.mayFollow(b))
                .ifPresent(b -> faults.add("%s went from %s to %s".formatted(path, b, now)));
        if (answer.statusCode() == 200) {
            body(path, answer, tag);
        }
    }

    private void body(String path, HttpResponse<byte[]> answer, String tag) {
        if (answer.headers().firstValueAsLong("Content-Length").orElse(-1) != answer.body().length) {
            faults.add("%s has %d bytes, and says otherwise".formatted(path, answer.body().length));
        }
        var sent = Bytes.of(answer.body());
        var named = bodies.putIfAbsent(path + " " + tag, sent.digest());
        if (named != null) {
            if (!named.equals(sent.digest())) {
                faults.add("%s: the tag %s names two bodies".formatted(path, tag));
            }
            return;
        }
        try {
            var coding = answer.headers().firstValue("Content-Encoding").orElse("identity");
            checkForm(path, Decoding.decode(coding, sent, MOST_BYTES).orElseThrow());
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

    /** What keeps a document from being a whole one; nothing if it is. */
    static Optional<String> malformed(String path, Bytes document) {
        if (path.endsWith(".json")) {
            try {
                JsonMapper.shared().readTree(document.toArray());
                return Optional.empty();
            } catch (JacksonException e) {
                return Optional.of("%s is no JSON: %s".formatted(path, e.getMessage()));
            }
        }
        return document.toString().strip().endsWith(">")
                        && (path.endsWith(".opml")
                                || PublishedFeed.read(document.toArray()).isPresent())
                ? Optional.empty()
                : Optional.of("%s is not a whole feed: %s".formatted(path, document));
    }

    private static String field(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name));
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
