package org.feedside.websub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.retries.Backoff;
import org.feedside.base.retries.RetryLoop;
import org.feedside.publishing.Published;
import org.feedside.testing.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop on its own thread, with a hub over real sockets. */
class PingLoopTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(20), Duration.ofMillis(50));

    private final Path file = Jimfs.newFileSystem(Configuration.unix()).getPath("/site/feeds/.feedside/pings");
    private final Published published = new Published();
    private final LinkedBlockingQueue<PingOutcome> outcomes = new LinkedBlockingQueue<>();
    private TestHub hub;
    private RetryLoop loop;

    PingLoopTest() throws IOException {
        hub = TestHub.start();
        loop = loop(TIMEOUT);
    }

    @BeforeEach
    void start() throws InterruptedException {
        loop.start();
        loop.wake();
        assertThat(next().accepted()).isZero();
    }

    @AfterEach
    void stop() {
        loop.close();
        hub.close();
    }

    private RetryLoop loop(Duration timeout) {
        return loop(hub.address(), timeout);
    }

    private RetryLoop loop(URI address, Duration timeout) {
        var http = new HttpHub(address, HttpClient.newBuilder(), timeout);
        var record = new PingRecord(new SystemDisk(), file);
        return PingLoop.of(
                new Pinger(record, address, http, published, Clock.systemUTC(), QUICK), List.of(outcomes::add));
    }

    private PingOutcome next() throws InterruptedException {
        var next = outcomes.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("there was no round of pings");
        }
        return next;
    }

    private void publish(String... pathsAndTexts) {
        published.publish(Feeds.of(pathsAndTexts));
        loop.wake();
    }

    /** Waits until no ping is pending. */
    private void awaitDone() throws InterruptedException {
        var outcome = next();
        while (outcome.pending() > 0) {
            outcome = next();
        }
    }

    @Test
    void a_publication_wakes_the_loop() throws InterruptedException {
        publish("a", "1", "b", "1");
        assertThat(hub.topics(2)).containsExactly(Feeds.url("a"), Feeds.url("b"));
        awaitDone();

        publish("a", "1", "b", "2");
        assertThat(hub.topics(1)).containsExactly(Feeds.url("b"));
        awaitDone();
        assertThat(hub.remaining()).isEmpty();
    }

    @Test
    void a_failing_hub_is_retried_until_it_accepts() throws InterruptedException {
        hub.respond(TestHub.status(500));

        publish("a", "1", "b", "1");
        hub.topics(2);
        var pinged = new ArrayList<String>();
        // This ping may get either response.
        pinged.add(hub.next().topic());
        hub.respond(TestHub.status(204));
        awaitDone();

        hub.remaining().stream().map(TestHub.Received::topic).forEach(pinged::add);
        assertThat(pinged).contains(Feeds.url("a"), Feeds.url("b"));
        loop.wake();
        assertThat(next().accepted()).isZero();
        assertThat(hub.remaining()).isEmpty();
    }

    @Test
    void an_unreachable_hub_is_pinged_when_it_returns() throws IOException, InterruptedException {
        var port = hub.port();
        hub.close();
        publish("a", "1", "b", "1");
        assertThat(next().unavailable()).isPresent();

        hub = TestHub.startAt(port);

        assertThat(Set.copyOf(hub.topics(2))).containsExactlyInAnyOrder(Feeds.url("a"), Feeds.url("b"));
        awaitDone();
        assertThat(hub.remaining()).isEmpty();
    }

    @Test
    void pings_are_sent_one_after_the_other_in_the_order_of_topics() throws InterruptedException {
        publish("a", "1", "b", "1", "c", "1", "d", "1");
        awaitDone();

        assertThat(hub.remaining())
                .extracting(TestHub.Received::topic)
                .containsExactly(Feeds.url("a"), Feeds.url("b"), Feeds.url("c"), Feeds.url("d"));
    }

    @Test
    void close_does_not_wait_for_a_hanging_hub_and_accepted_pings_are_recorded()
            throws InterruptedException, IOException {
        var hung = new CountDownLatch(1);
        hub.respond((ping, exchange) -> {
            if (ping.topic().endsWith("b")) {
                hung.countDown();
                TestHub.noResponse().respond(ping, exchange);
            }
            TestHub.status(202).respond(ping, exchange);
        });
        publish("a", "1", "b", "1");
        assertThat(hung.await(20, TimeUnit.SECONDS)).isTrue();

        var before = System.nanoTime();
        loop.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(Files.readString(file)).contains(Feeds.url("a")).doesNotContain(Feeds.url("b"));
        hub.remaining();
        hub.respond(TestHub.status(202));
        loop = loop(TIMEOUT);
        loop.start();
        loop.wake();
        assertThat(hub.topics(1)).containsExactly(Feeds.url("b"));
    }

    @Test
    void a_hanging_hub_times_out_and_is_pinged_later() throws InterruptedException {
        loop.close();
        hub.respond(TestHub.noResponse());
        loop = loop(Duration.ofMillis(200));
        loop.start();
        publish("a", "1");
        var outcome = next();
        while (outcome.unavailable().isEmpty()) {
            outcome = next();
        }
        assertThat(outcome.unavailable()).contains("the response timed out");

        hub.respond(TestHub.status(202));
        awaitDone();

        assertThat(hub.remaining()).isNotEmpty();
    }
}
