package org.feedside.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.retries.Backoff;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which pings are sent and when, with a simulated clock and an in-memory file system. */
class PingerTest {
    private static final PingResult ACCEPTED = new PingResult.Accepted();
    private static final PingResult DOWN = PingResult.Unavailable.because("it is down");
    private static final PingResult NO = new PingResult.Refused("no", Optional.empty());

    private final Path feeds = Jimfs.newFileSystem(Configuration.unix()).getPath("/site/feeds");
    private final Path file = feeds.resolve(".feedside/pings");
    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Published published = new Published();
    private final List<String> pinged = new ArrayList<>();
    private URI address = URI.create("https://hub.example/");
    private Hub hub = topic -> ACCEPTED;
    private Pinger pinger = start();

    /** Returns a new pinger that continues from the record on disk. */
    private Pinger start() {
        Hub recording = topic -> {
            pinged.add(topic.substring(topic.lastIndexOf('/') + 1));
            return hub.publish(topic);
        };
        return new Pinger(
                new PingRecord(new SystemDisk(), file), address, recording, published, clock, Backoff.DEFAULT);
    }

    private void publish(String... pathsAndTexts) {
        published.publish(Feeds.of(pathsAndTexts));
    }

    private PingOutcome ping() throws InterruptedException {
        pinged.clear();
        return pinger.ping();
    }

    private PingOutcome pingAfter(Duration time) throws InterruptedException {
        clock.advance(time);
        return ping();
    }

    private void assertPings(String... names) throws InterruptedException {
        ping();
        assertThat(pinged).containsExactly(names);
    }

    private void assertPingsAfterRestart(String... names) throws InterruptedException {
        pinger = start();
        assertPings(names);
    }

    /** Pings for two feeds, and clears the list of pings. */
    private void pingForAAndB() throws InterruptedException {
        publish("a", "1", "b", "1");
        ping();
        pinged.clear();
    }

    @Test
    void the_first_publication_pings_for_every_topic() throws InterruptedException {
        publish("b", "1", "a", "1");

        var outcome = ping();

        assertThat(pinged).containsExactly("a", "b");
        assertThat(outcome)
                .isEqualTo(new PingOutcome(2, List.of(), List.of(), Optional.empty(), 0, Optional.empty(), List.of()));
    }

    @Test
    void a_topic_is_written_as_in_the_link_header() throws InterruptedException {
        publish("日本", "1");

        assertPings("%E6%97%A5%E6%9C%AC");
    }

    @Test
    void an_unchanged_topic_gets_no_ping() throws InterruptedException {
        pingForAAndB();

        assertPings();
        assertPingsAfterRestart();
        publish("a", "1", "b", "2");
        assertPings("b");
    }

    @Test
    void topics_published_before_the_hub_was_configured_get_one_ping() throws InterruptedException {
        publish("a", "1", "b", "1");
        pinger = start();

        assertPings("a", "b");
        publish("a", "2", "b", "1", "c", "1");
        assertPingsAfterRestart("a", "c");
    }

    @Test
    void no_ping_is_lost_if_the_process_is_killed_after_a_publication() throws InterruptedException {
        publish("a", "1");
        assertPingsAfterRestart("a");

        publish("a", "2");
        assertPingsAfterRestart("a");
    }

    @Test
    void a_feed_that_returns_to_the_accepted_version_needs_no_ping() throws InterruptedException {
        pingForAAndB();

        publish("a", "2", "b", "1");
        publish("a", "1", "b", "1");
        assertPings();
    }

    @Test
    void a_feed_that_changes_during_its_ping_is_pinged_again() throws InterruptedException {
        publish("a", "1");
        hub = topic -> {
            publish("a", "2");
            return ACCEPTED;
        };

        assertPings("a", "a");
    }

    @Test
    void a_removed_feed_gets_no_ping_and_stays_in_the_record() throws InterruptedException {
        pingForAAndB();

        publish("b", "2");
        assertPings("b");
        publish("a", "1", "b", "2");
        assertPings();
    }

    @Test
    void only_feeds_with_a_url_are_topics() throws InterruptedException {
        var documents = Map.of(
                "a.xml", Feeds.document("a.xml", Feeds.url("a.xml"), "application/atom+xml", "1"),
                "r.xml", Feeds.document("r.xml", Feeds.url("r.xml"), "application/rss+xml", "1"),
                "f.json", Feeds.document("f.json", Feeds.url("f.json"), "application/feed+json", "1"),
                "o.opml", Feeds.document("o.opml", Feeds.url("o.opml"), "text/x-opml", "1"),
                "n.xml", Feeds.document("n.xml", "", "application/atom+xml", "1"));
        published.publish(new Snapshot(1, documents, OnDemand.NONE));

        assertPings("a.xml", "f.json", "r.xml");
    }

    @Test
    void the_record_is_readable() throws InterruptedException, IOException {
        publish("b", "", "a", "");

        ping();

        // The digests are the beginning of the SHA-256 of the empty text.
        assertThat(Files.readString(file)).isEqualTo("""
                feedside pings 1
                hub https://hub.example/
                e3b0c44298fc1c149afbf4c8996fb924 https://example.org/a
                e3b0c44298fc1c149afbf4c8996fb924 https://example.org/b
                """);
    }

    @Test
    void the_delay_for_an_unavailable_hub_doubles_up_to_an_hour() throws InterruptedException {
        publish("a", "1", "b", "1", "c", "1");
        hub = topic -> DOWN;

        var waits = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            var outcome = ping();
            assertThat(pinged).hasSize(1);
            assertThat(outcome.unavailable()).contains("it is down");
            assertThat(outcome.pending()).isEqualTo(3);
            var wait = outcome.retryAfter().orElseThrow();
            waits.add(wait.toSeconds());
            pingAfter(wait.minusMillis(1));
            assertThat(pinged).isEmpty();
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(waits).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L, 3600L);
    }

    @Test
    void a_publication_does_not_shorten_the_delay() throws InterruptedException {
        publish("a", "1");
        hub = topic -> DOWN;
        ping();

        publish("a", "2", "b", "1");
        var outcome = pingAfter(Duration.ofSeconds(4));

        assertThat(pinged).isEmpty();
        assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(6));
    }

    @Test
    void an_available_hub_gets_all_pending_pings_and_the_delay_is_reset() throws InterruptedException {
        publish("a", "1", "b", "1");
        hub = topic -> DOWN;
        ping();
        pingAfter(Duration.ofSeconds(10));

        hub = topic -> ACCEPTED;
        assertThat(pingAfter(Duration.ofSeconds(20)).accepted()).isEqualTo(2);
        publish("a", "2", "b", "1");
        hub = topic -> DOWN;
        assertThat(ping().retryAfter()).contains(Duration.ofSeconds(10));
    }

    @Test
    void retry_after_is_respected_within_the_range_of_the_backoff() throws InterruptedException {
        publish("a", "1");
        var delays = List.of(120, 1, 100_000);
        var waits = new ArrayList<Long>();

        for (var seconds : delays) {
            hub = topic -> new PingResult.Unavailable("busy", Optional.of(Duration.ofSeconds(seconds)));
            var wait = ping().retryAfter().orElseThrow();
            waits.add(wait.toSeconds());
            clock.advance(wait);
        }

        assertThat(waits).containsExactly(120L, 10L, 3600L);
    }

    @Test
    void a_refused_topic_does_not_delay_others() throws InterruptedException {
        publish("a", "1", "b", "1");
        hub = topic -> topic.endsWith("a") ? NO : ACCEPTED;

        var first = ping();
        assertThat(pinged).containsExactly("a", "b");
        assertThat(first.accepted()).isEqualTo(1);
        assertThat(first.refused()).containsExactly(new PingOutcome.Refusal(Feeds.url("a"), "no"));
        assertThat(first.retryAfter()).contains(Duration.ofSeconds(10));

        publish("a", "1", "b", "2");
        var second = pingAfter(Duration.ofSeconds(9));
        assertThat(pinged).containsExactly("b");
        assertThat(second.refused()).isEmpty();
        assertThat(second.unwanted()).containsExactly(new PingOutcome.Refusal(Feeds.url("a"), "no"));
        assertThat(pingAfter(Duration.ofSeconds(1)).retryAfter()).contains(Duration.ofSeconds(20));
        assertThat(pinged).containsExactly("a");

        hub = topic -> ACCEPTED;
        assertThat(pingAfter(Duration.ofSeconds(20)).unwanted()).isEmpty();
    }

    @Test
    void retry_after_of_a_refused_topic_is_respected() throws InterruptedException {
        publish("a", "1");
        hub = topic -> new PingResult.Refused("later", Optional.of(Duration.ofMinutes(5)));

        assertThat(ping().retryAfter()).contains(Duration.ofMinutes(5));
    }

    @Test
    void a_topic_that_makes_the_hub_fail_does_not_delay_others_for_long() throws InterruptedException {
        publish("a", "1", "b", "1", "c", "1");
        hub = topic -> topic.endsWith("a") ? DOWN : ACCEPTED;

        assertPings("a");
        pingAfter(Duration.ofSeconds(10));
        assertThat(pinged).containsExactly("b", "c", "a");
    }

    @Test
    void a_reverted_change_ends_the_retries() throws InterruptedException {
        pingForAAndB();
        publish("a", "2", "b", "1");
        hub = topic -> DOWN;
        ping();

        publish("a", "1", "b", "1");
        var outcome = pingAfter(Duration.ofHours(1));

        assertThat(pinged).isEmpty();
        assertThat(outcome.retryAfter()).isEmpty();
        assertThat(outcome.pending()).isZero();
    }

    @Test
    void a_clock_that_was_set_back_delays_no_ping() throws InterruptedException {
        publish("a", "1");
        hub = topic -> DOWN;
        ping();

        hub = topic -> ACCEPTED;
        pingAfter(Duration.ofDays(-365));

        assertThat(pinged).containsExactly("a");
    }

    @Test
    void a_new_hub_gets_pings_for_every_topic_and_then_for_changes() throws InterruptedException {
        pingForAAndB();
        address = URI.create("https://other.example/hub");
        publish("a", "2", "b", "1");
        pinger = start();

        assertPings("a", "b");
        publish("a", "2", "b", "2");
        assertPingsAfterRestart("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:",
                "1:\n",
                "1:feedside pings 2\nhub https://hub.example/\n",
                "2:feedside pings 1\n",
                "2:feedside pings 1\nhubris\n",
                "3:feedside pings 1\nhub https://hub.example/\ne3b0c44298fc1c149afbf4c8996fb924\n",
                """
                4:feedside pings 1
                hub https://hub.example/
                e3b0c44298fc1c149afbf4c8996fb924 https://example.org/a
                x https://example.org/b
                """,
                "3:feedside pings 1\nhub https://hub.example/\ne3b0c44298fc1c149afbf4c8996fb924 https://exam",
                "1:\uFFFD\u0000"
            })
    void a_malformed_record_is_reported_with_its_line_and_replaced(String lineAndText)
            throws InterruptedException, IOException {
        var parts = lineAndText.split(":", 2);
        Files.createDirectories(file.getParent());
        Files.writeString(file, parts[1]);
        publish("a", "1");
        pinger = start();

        var outcome = ping();
        assertThat(pinged).containsExactly("a");
        assertThat(outcome.problems())
                .extracting(Diagnostic::toString)
                .containsExactly("%s:%s:1: warning: this line is not in the format that Feedside writes: the hub"
                                .formatted(file, parts[0])
                        + " will be pinged for all feeds again");
        publish("a", "2");
        pinger = start();
        assertThat(ping().problems()).isEmpty();
        assertThat(pinged).containsExactly("a");
    }

    @Test
    void a_failing_disk_is_reported_and_stops_no_ping() throws InterruptedException, IOException {
        Files.createDirectories(file.resolve("a folder"));
        publish("a", "1");
        pinger = start();
        publish("a", "2");

        var failing = ping();
        assertThat(pinged).containsExactly("a");
        assertThat(failing.problems())
                .extracting(Diagnostic::toString)
                .anyMatch(line -> line.contains("cannot be read"))
                .anyMatch(line -> line.contains("cannot be written"));
        Files.delete(file.resolve("a folder"));
        Files.delete(file);
        assertThat(ping().problems()).noneMatch(problem -> problem.message().contains("written"));
        assertPingsAfterRestart();
    }

    @Test
    void the_record_is_at_most_one_batch_behind_the_hub() throws InterruptedException {
        publish(IntStream.range(0, 200)
                .boxed()
                .flatMap(i -> List.of("feed-%03d".formatted(i), "1").stream())
                .toArray(String[]::new));
        var behind = new ArrayList<Integer>();
        hub = topic -> {
            var stored =
                    new PingRecord(new SystemDisk(), file).read(address).value().orElse(Map.of());
            behind.add(pinged.size() - 1 - stored.size());
            return ACCEPTED;
        };

        ping();

        assertThat(pinged).hasSize(200).doesNotHaveDuplicates();
        assertThat(behind).allMatch(count -> count < PingSchedule.BATCH);
    }

    @Test
    void accepted_pings_are_recorded_before_an_interruption() throws InterruptedException {
        publish("a", "1", "b", "1", "c", "1");
        hub = topic -> {
            if (topic.endsWith("c")) {
                throw new InterruptedException("closed");
            }
            return ACCEPTED;
        };

        assertThatThrownBy(this::ping).isInstanceOf(InterruptedException.class);

        hub = topic -> ACCEPTED;
        assertPingsAfterRestart("c");
    }
}
