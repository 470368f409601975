package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.feedside.publishing.Bytes;
import org.feedside.testing.PublishedFeed;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service repeatedly at random moments while an author edits and readers check every response. {@code
 * -Dreal.kills=N} sets the number of kills, {@code -Dreal.seed=S} the seed of the moments.
 */
class KillTest extends ServiceProcess {
    private static final int KILLS = 8;
    private static final int POSTS = 30;

    /** The posts with lower numbers are never deleted. */
    private static final int LASTING = 20;

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> PATHS = List.of(
            "/atom.xml",
            "/rss.xml",
            "/feed.json",
            "/tags/a/atom.xml",
            "/tags/b/rss.xml",
            "/tags/c/feed.json",
            "/tags/c/atom.xml");

    private final long seed = Optional.ofNullable(Long.getLong("real.seed")).orElseGet(() -> new Random().nextLong());
    private final Random random = new Random(seed);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Queue<String> exceptions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger revision = new AtomicInteger();

    @TempDir
    private Path fresh = Path.of("");

    @BeforeEach
    void write_posts() throws IOException {
        write("feedside.toml", "[operator]\nenabled = false\n\n[http]\nburst = 0\n");
        Files.delete(site.resolve("content/one.md"));
        Files.delete(site.resolve("content/two.md"));
        for (int i = 0; i < POSTS; i++) {
            write("content/p%d.md".formatted(i), version(i, 0));
        }
    }

    @Test
    void no_response_ever_shows_a_kill() throws Exception {
        System.out.println("-Dreal.seed=" + seed);
        var kills = Integer.getInteger("real.kills", KILLS);
        var port = freePort();
        var author = new Thread(this::edit, "author");
        author.start();
        try (var readers = new Subscriber("http://127.0.0.1:" + port, 2, PATHS, KillTest::checkPosts)) {
            readers.beginBeforeTheService();
            var usual = Duration.ofSeconds(1);
            for (int i = 0; i < kills; i++) {
                var began = System.nanoTime();
                var process = start(port);
                if (random.nextInt(3) == 0) {
                    waitRandomly(usual);
                } else {
                    awaitAnswer(readers, port);
                    usual = Duration.ofNanos(System.nanoTime() - began);
                    readers.up();
                    waitRandomly(Duration.ofMillis(1_500));
                }
                readers.killing();
                process.destroyForcibly().waitFor();
                checkFiles();
                assertThat(readers.faults()).isEmpty();
            }

            start(port);
            awaitAnswer(readers, port);
            ended.set(true);
            author.join();
            new FreshBuild(site, fresh).awaitAt("http://127.0.0.1:" + port);
            assertThat(readers.faults()).isEmpty();
            assertThat(exceptions).isEmpty();
            System.out.printf("%d kills, %d edits: %s%n", kills, revision.get(), readers);
        } finally {
            ended.set(true);
            author.join();
        }
    }

    private Process start(int port) throws IOException {
        var process = launch("--port", String.valueOf(port));
        listen(process, line -> {
            if (line.contains("Exception")) {
                exceptions.add(line);
            }
        });
        return process;
    }

    /** Waits for a random part of this time, so that the kill comes at a random moment. */
    private void waitRandomly(Duration atMost) {
        var until = System.nanoTime() + random.nextLong(atMost.toNanos());
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    /** Waits until the new process answers. */
    private static void awaitAnswer(Subscriber readers, int port) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/atom.xml".formatted(port)))
                .build();
        var deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // The server does not listen yet.
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
        throw new AssertionError("no answer, but " + readers);
    }

    /** Checks that each file is a complete document at any moment of a kill. */
    private void checkFiles() throws IOException {
        if (!Files.exists(site.resolve("feeds"))) {
            return;
        }
        try (var files = Files.walk(site.resolve("feeds"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = site.resolve("feeds").relativize(file).toString();
                if (!path.contains("/.") && !path.startsWith(".")) {
                    assertThat(Subscriber.malformed(path, Bytes.of(Files.readAllBytes(file))))
                            .isEmpty();
                }
            }
        }
    }

    private static void checkPosts(String path, PublishedFeed feed) {
        var names = new HashSet<String>();
        for (var entry : feed.entries()) {
            var words = entry.title().split(" ", -1);
            assertThat(names.add(words[0])).as("once only: " + words[0]).isTrue();
            assertThat(String.join(" ", entry.html())).contains("Version %s of %s.".formatted(words[1], words[0]));
        }
        if (path.equals("/atom.xml")) {
            assertThat(names)
                    .containsAll(
                            IntStream.range(0, LASTING).mapToObj(i -> "p" + i).toList());
        }
    }

    /** Edits posts until the end. Some posts are deleted and created again, the others stay. */
    private void edit() {
        var choice = new Random(seed + 1);
        while (!ended.get()) {
            revision.incrementAndGet();
            try {
                edit(choice, choice.nextInt(POSTS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void edit(Random choice, int number) throws IOException {
        var file = site.resolve("content/p%d.md".formatted(number));
        if (number >= LASTING && choice.nextBoolean()) {
            Files.deleteIfExists(file);
        } else if (choice.nextBoolean()) {
            Files.writeString(file, version(number, revision.get()));
        } else {
            var temporary = Files.writeString(file.resolveSibling(".beside"), version(number, revision.get()));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String version(int number, int revision) {
        return post(
                "p%d %d".formatted(number, revision),
                "Version %d of p%d.".formatted(revision, number),
                List.of("a", "b", "c").get(number % 3),
                "2025-01-%02d".formatted(1 + number % 28));
    }
}
