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
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hub is told, and when: under simulated time, with the record on a disk in memory. */
class PingerTest {
    private static final PingResult TAKEN = new PingResult.Taken();
    private static final PingResult DOWN = PingResult.Unavailable.because("it is down");
    private static final PingResult NO = new PingResult.Refused("no", Optional.empty());

    private final Path feeds = Jimfs.newFileSystem(Configuration.unix()).getPath("/site/feeds");
    private final Path file = feeds.resolve(".feedside/pings");
    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Published published = new Published();
    private final List<String> told = new ArrayList<>();
    private URI address = URI.create("https://hub.example/");
    private Hub hub = topic -> TAKEN;
    private Pinger pinger = start();

    /** Starts anew, on what is on disk. */
    private Pinger start() {
        Hub noting = topic -> {
            told.add(topic.substring(topic.lastIndexOf('/') + 1));
            return hub.publish(topic);
        };
        return new Pinger(new PingRecord(new SystemDisk(), file), address, noting, published, clock, Backoff.DEFAULT);
    }

    private void publish(String... pathsAndTexts) {
        published.publish(Feeds.of(pathsAndTexts));
    }

    private PingOutcome ping() throws InterruptedException {
        told.clear();
        return pinger.ping();
    }

    private PingOutcome pingAfter(Duration time) throws InterruptedException {
        clock.advance(time);
        return ping();
    }

    /** Begins with a hub that knows two feeds. */
    private void tellOfAAndB() throws InterruptedException {
        publish("a", "1", "b", "1");
        ping();
        told.clear();
    }

    @Test
    void the_very_first_publication_is_told_in_whole() throws InterruptedException {
        publish("b", "1", "a", "1");

        var outcome = ping();

        assertThat(told).containsExactly("a", "b");
        assertThat(outcome)
                .isEqualTo(new PingOutcome(2, List.of(), List.of(), Optional.empty(), 0, Optional.empty(), List.of()));
    }

    @Test
    void a_topic_is_written_as_in_the_link_header() throws InterruptedException {
        publish("日本", "1");

        ping();

        assertThat(told).containsExactly("%E6%97%A5%E6%9C%AC");
    }

    @Test
    void what_did_not_change_is_told_no_more() throws InterruptedException {
        tellOfAAndB();

        ping();
        assertThat(told).isEmpty();
        pinger = start();
        ping();
        assertThat(told).isEmpty();
        publish("a", "1", "b", "2");
        ping();
        assertThat(told).containsExactly("b");
    }

    @Test
    void what_was_published_before_the_hub_was_chosen_is_told_once() throws InterruptedException {
        publish("a", "1", "b", "1");
        pinger = start();

        ping();
        assertThat(told).containsExactly("a", "b");
        publish("a", "2", "b", "1", "c", "1");
        pinger = start();
        ping();
        assertThat(told).containsExactly("a", "c");
    }

    @Test
    void a_kill_between_a_publication_and_its_pings_loses_none() throws InterruptedException {
        publish("a", "1");
        pinger = start();
        ping();
        assertThat(told).containsExactly("a");

        publish("a", "2");
        pinger = start();
        ping();
        assertThat(told).containsExactly("a");
    }

    @Test
    void a_feed_that_is_again_what_the_hub_knows_needs_no_ping() throws InterruptedException {
        tellOfAAndB();

        publish("a", "2", "b", "1");
        publish("a", "1", "b", "1");
        ping();

        assertThat(told).isEmpty();
    }

    @Test
    void a_feed_that_changes_while_the_hub_is_told_is_told_again() throws InterruptedException {
        publish("a", "1");
        hub = topic -> {
            publish("a", "2");
            return TAKEN;
        };

        ping();

        assertThat(told).containsExactly("a", "a");
    }

    @Test
    void a_feed_that_vanishes_is_not_told_and_not_forgotten() throws InterruptedException {
        tellOfAAndB();

        publish("b", "2");
        ping();
        assertThat(told).containsExactly("b");
        publish("a", "1", "b", "2");
        ping();
        assertThat(told).isEmpty();
    }

    @Test
    void only_feeds_with_an_address_are_topics() throws InterruptedException {
        var documents = Map.of(
                "a.xml", Feeds.document("a.xml", Feeds.url("a.xml"), "application/atom+xml", "1"),
                "r.xml", Feeds.document("r.xml", Feeds.url("r.xml"), "application/rss+xml", "1"),
                "f.json", Feeds.document("f.json", Feeds.url("f.json"), "application/feed+json", "1"),
                "o.opml", Feeds.document("o.opml", Feeds.url("o.opml"), "text/x-opml", "1"),
                "n.xml", Feeds.document("n.xml", "", "application/atom+xml", "1"));
        published.publish(new Snapshot(1, documents, OnDemand.NONE));

        ping();

        assertThat(told).containsExactly("a.xml", "f.json", "r.xml");
    }

    @Test
    void the_record_is_for_people_too() throws InterruptedException, IOException {
        publish("b", "", "a", "");

        ping();

        // The SHA-256 of nothing begins so.
        assertThat(Files.readString(file)).isEqualTo("""
                feedside pings 1
                hub https://hub.example/
                e3b0c44298fc1c149afbf4c8996fb924 https://example.org/a
                e3b0c44298fc1c149afbf4c8996fb924 https://example.org/b
                """);
    }

    @Test
    void a_hub_that_is_down_is_tried_after_twice_the_time_until_it_is_an_hour() throws InterruptedException {
        publish("a", "1", "b", "1", "c", "1");
        hub = topic -> DOWN;

        var waits = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            var outcome = ping();
            assertThat(told).hasSize(1);
            assertThat(outcome.unavailable()).contains("it is down");
            assertThat(outcome.pending()).isEqualTo(3);
            var wait = outcome.again().orElseThrow();
            waits.add(wait.toSeconds());
            pingAfter(wait.minusMillis(1));
            assertThat(told).isEmpty();
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(waits).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L, 3600L);
    }

    @Test
    void a_publication_does_not_hurry_a_hub_that_is_down() throws InterruptedException {
        publish("a", "1");
        hub = topic -> DOWN;
        ping();

        publish("a", "2", "b", "1");
        var outcome = pingAfter(Duration.ofSeconds(4));

        assertThat(told).isEmpty();
        assertThat(outcome.again()).contains(Duration.ofSeconds(6));
    }

    @Test
    void a_hub_that_comes_back_is_told_of_everything_and_begins_anew() throws InterruptedException {
        publish("a", "1", "b", "1");
        hub = topic -> DOWN;
        ping();
        pingAfter(Duration.ofSeconds(10));

        hub = topic -> TAKEN;
        assertThat(pingAfter(Duration.ofSeconds(20)).told()).isEqualTo(2);
        publish("a", "2", "b", "1");
        hub = topic -> DOWN;
        assertThat(ping().again()).contains(Duration.ofSeconds(10));
    }

    @Test
    void a_hub_is_left_alone_as_long_as_it_asks_within_bounds() throws InterruptedException {
        publish("a", "1");
        var asked = List.of(120, 1, 100_000);
        var waits = new ArrayList<Long>();

        for (var seconds : asked) {
            hub = topic -> new PingResult.Unavailable("busy", Optional.of(Duration.ofSeconds(seconds)));
            var wait = ping().again().orElseThrow();
            waits.add(wait.toSeconds());
            clock.advance(wait);
        }

        assertThat(waits).containsExactly(120L, 10L, 3600L);
    }

    @Test
    void a_topic_that_is_not_wanted_holds_up_no_other() throws InterruptedException {
        publish("a", "1", "b", "1");
        hub = topic -> topic.endsWith("a") ? NO : TAKEN;

        var first = ping();
        assertThat(told).containsExactly("a", "b");
        assertThat(first.told()).isEqualTo(1);
        assertThat(first.refused()).containsExactly(new PingOutcome.Refusal(Feeds.url("a"), "no"));
        assertThat(first.again()).contains(Duration.ofSeconds(10));

        publish("a", "1", "b", "2");
        var second = pingAfter(Duration.ofSeconds(9));
        assertThat(told).containsExactly("b");
        assertThat(second.refused()).isEmpty();
        assertThat(second.unwanted()).containsExactly(new PingOutcome.Refusal(Feeds.url("a"), "no"));
        assertThat(pingAfter(Duration.ofSeconds(1)).again()).contains(Duration.ofSeconds(20));
        assertThat(told).containsExactly("a");

        hub = topic -> TAKEN;
        assertThat(pingAfter(Duration.ofSeconds(20)).unwanted()).isEmpty();
    }

    @Test
    void a_topic_is_left_alone_as_long_as_the_hub_asks() throws InterruptedException {
        publish("a", "1");
        hub = topic -> new PingResult.Refused("later", Optional.of(Duration.ofMinutes(5)));

        assertThat(ping().again()).contains(Duration.ofMinutes(5));
    }

    @Test
    void a_topic_that_breaks_the_hub_holds_up_no_other_for_long() throws InterruptedException {
        publish("a", "1", "b", "1", "c", "1");
        hub = topic -> topic.endsWith("a") ? DOWN : TAKEN;

        ping();
        assertThat(told).containsExactly("a");
        pingAfter(Duration.ofSeconds(10));
        assertThat(told).containsExactly("b", "c", "a");
    }

    @Test
    void a_change_that_is_taken_back_ends_the_trying() throws InterruptedException {
        tellOfAAndB();
        publish("a", "2", "b", "1");
        hub = topic -> DOWN;
        ping();

        publish("a", "1", "b", "1");
        var outcome = pingAfter(Duration.ofHours(1));

        assertThat(told).isEmpty();
        assertThat(outcome.again()).isEmpty();
        assertThat(outcome.pending()).isZero();
    }

    @Test
    void a_clock_that_is_set_back_costs_no_ping() throws InterruptedException {
        publish("a", "1");
        hub = topic -> DOWN;
        ping();

        hub = topic -> TAKEN;
        pingAfter(Duration.ofDays(-365));

        assertThat(told).containsExactly("a");
    }

    @Test
    void another_hub_is_told_of_everything_and_then_of_what_changes() throws InterruptedException {
        tellOfAAndB();
        address = URI.create("https://other.example/hub");
        publish("a", "2", "b", "1");
        pinger = start();

        ping();
        assertThat(told).containsExactly("a", "b");
        publish("a", "2", "b", "2");
        pinger = start();
        ping();
        assertThat(told).containsExactly("b");
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
    void a_broken_record_is_told_with_its_line_and_made_anew(String lineAndText)
            throws InterruptedException, IOException {
        var parts = lineAndText.split(":", 2);
        Files.createDirectories(file.getParent());
        Files.writeString(file, parts[1]);
        publish("a", "1");
        pinger = start();

        var outcome = ping();
        assertThat(told).containsExactly("a");
        assertThat(outcome.problems())
                .extracting(Diagnostic::toString)
                .containsExactly("%s:%s:1: warning: this is not what Feedside wrote about the hub: the hub is told of"
                                .formatted(file, parts[0])
                        + " all feeds once more");
        publish("a", "2");
        pinger = start();
        assertThat(ping().problems()).isEmpty();
        assertThat(told).containsExactly("a");
    }

    @Test
    void a_disk_that_fails_is_told_and_stops_no_ping() throws InterruptedException, IOException {
        Files.createDirectories(file.resolve("a folder in its place"));
        publish("a", "1");
        pinger = start();
        publish("a", "2");

        var failing = ping();
        assertThat(told).containsExactly("a");
        assertThat(failing.problems())
                .extracting(Diagnostic::toString)
                .anyMatch(line -> line.contains("cannot be read"))
                .anyMatch(line -> line.contains("cannot be written"));
        Files.delete(file.resolve("a folder in its place"));
        Files.delete(file);
        assertThat(ping().problems()).noneMatch(problem -> problem.message().contains("written"));
        pinger = start();
        ping();
        assertThat(told).isEmpty();
    }

    @Test
    void the_record_is_never_far_behind_the_hub() throws InterruptedException {
        publish(IntStream.range(0, 200)
                .boxed()
                .flatMap(i -> List.of("feed-%03d".formatted(i), "1").stream())
                .toArray(String[]::new));
        var behind = new ArrayList<Integer>();
        hub = topic -> {
            var known =
                    new PingRecord(new SystemDisk(), file).read(address).value().orElse(Map.of());
            behind.add(told.size() - 1 - known.size());
            return TAKEN;
        };

        ping();

        assertThat(told).hasSize(200).doesNotHaveDuplicates();
        assertThat(behind).allMatch(count -> count < PingSchedule.BATCH);
    }

    @Test
    void what_the_hub_was_told_before_the_end_is_written_down() throws InterruptedException {
        publish("a", "1", "b", "1", "c", "1");
        hub = topic -> {
            if (topic.endsWith("c")) {
                throw new InterruptedException("told to end");
            }
            return TAKEN;
        };

        assertThatThrownBy(this::ping).isInstanceOf(InterruptedException.class);

        hub = topic -> TAKEN;
        pinger = start();
        ping();
        assertThat(told).containsExactly("c");
    }
}
