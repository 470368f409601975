package org.feedside.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.feedside.operating.Exchanges.NOW;
import static org.feedside.operating.Exchanges.answer;
import static org.feedside.operating.Exchanges.counts;
import static org.feedside.operating.Exchanges.document;
import static org.feedside.operating.Exchanges.onDemand;
import static org.feedside.operating.Exchanges.poll;
import static org.feedside.operating.Exchanges.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PollsTest {
    private static final String FEEDLY =
            "Feedly/1.0 (+http://www.feedly.com/fetcher.html; %d subscribers; like FeedFetcher-Google)";
    private static final String FEEDBIN = "Feedbin feed-id:%s - %d subscribers";

    private final Polls polls = new Polls(PollReport.empty(NOW));

    private PollReport.Row row(Instant now) {
        var rows = polls.report(now).rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static long subscribers(Polls polls, Instant now) {
        return polls.report(now).total().subscribers();
    }

    @Test
    void each_answer_is_counted_as_what_it_is() {
        var feed = document("atom.xml");
        polls.count(poll("curl/8.0"), answer(200, feed, 1000), NOW);
        polls.count(poll("curl/8.0", "If-None-Match: \"x\""), answer(304, feed, 0), NOW);
        polls.count(poll("curl/8.0", "If-Modified-Since: x"), answer(304, feed, 0), NOW);
        polls.count(poll("curl/8.0", "If-None-Match: \"y\"", "A-IM: feed"), answer(226, feed, 100), NOW);
        polls.count(poll("curl/8.0"), answer(429, feed, 10), NOW);
        polls.count(poll("curl/8.0"), answer(301, feed, 1), NOW);
        polls.count(poll("curl/8.0"), answer(503, feed, 0), NOW);

        assertThat(row(NOW))
                .isEqualTo(new PollReport.Row(
                        new PolledFeed(PolledFeed.Kind.DOCUMENT, "atom.xml"),
                        "curl",
                        counts(3, 1, 2, 1, 1, 1, 1, 1111),
                        LocalDate.parse("2026-11-25"),
                        List.of()));
        assertThat(row(NOW).counts().requests()).isEqualTo(7);
    }

    @Test
    void only_get_and_head_are_polls() {
        polls.count(request("HEAD", "/atom.xml"), answer(200, document("atom.xml"), 0), NOW);
        polls.count(request("OPTIONS", "/atom.xml"), answer(204), NOW);
        polls.count(request("POST", "/atom.xml"), answer(405), NOW);

        assertThat(row(NOW).counts()).isEqualTo(counts(0, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void what_has_no_bound_is_counted_under_one_name() {
        polls.count(poll("curl/8.0"), answer(200, onDemand("tags/a+b/atom.xml"), 5), NOW);
        polls.count(poll("curl/8.0"), answer(200, onDemand("tags/a+c/atom.xml"), 5), NOW);
        polls.count(poll("curl/8.0"), answer(404), NOW);
        polls.count(poll("curl/8.0"), answer(410), NOW);

        assertThat(polls.report(NOW).rows())
                .extracting(
                        row -> row.feed().kind(),
                        row -> row.feed().path(),
                        row -> row.counts().requests())
                .containsExactly(tuple(PolledFeed.Kind.ON_DEMAND, "", 2L), tuple(PolledFeed.Kind.NONE, "", 2L));
    }

    @Test
    void the_newest_number_of_subscribers_counts_and_those_of_several_ids_are_summed() {
        var feed = document("atom.xml");
        polls.count(poll(FEEDLY.formatted(10)), answer(200, feed, 1), NOW);
        polls.count(poll(FEEDLY.formatted(9)), answer(304, feed, 0), NOW);
        polls.count(poll(FEEDBIN.formatted("1", 5)), answer(200, feed, 1), NOW);
        polls.count(poll(FEEDBIN.formatted("2", 7)), answer(200, feed, 1), NOW);
        polls.count(poll(FEEDBIN.formatted("1", 6)), answer(304, feed, 0), NOW);
        polls.count(poll(FEEDBIN.formatted("1", 100)), answer(200, document("rss.xml"), 1), NOW);

        assertThat(polls.report(NOW).rows())
                .extracting(row -> row.feed().path(), PollReport.Row::reader, PollReport.Row::subscribers)
                .containsExactly(
                        tuple("atom.xml", "Feedbin", 13L),
                        tuple("atom.xml", "Feedly", 9L),
                        tuple("rss.xml", "Feedbin", 100L));
        assertThat(polls.report(NOW).byReader().get("Feedbin"))
                .isEqualTo(new PollReport.Sum(counts(0, 3, 1, 0, 0, 0, 0, 3), 113));
    }

    @Test
    void subscribers_are_forgotten_after_thirty_days_without_a_poll() {
        polls.count(poll(FEEDLY.formatted(10)), answer(200, document("atom.xml"), 1), NOW);

        assertThat(subscribers(polls, NOW.plus(Duration.ofDays(30)))).isEqualTo(10);
        assertThat(subscribers(polls, NOW.plus(Duration.ofDays(30)).plusSeconds(1)))
                .isZero();
        assertThat(row(NOW).counts().requests()).isEqualTo(1);
    }

    @Test
    void ids_of_feeds_without_end_are_forgotten_from_the_oldest_on() {
        for (var i = 0; i < 10_000; i++) {
            polls.count(
                    poll(FEEDBIN.formatted(Integer.toString(i), 1)),
                    answer(304, document("atom.xml"), 0),
                    NOW.plusSeconds(i));
        }

        var declared = row(NOW).declared();
        assertThat(declared).hasSize(32);
        assertThat(declared)
                .extracting(DeclaredSubscribers::id)
                .contains("9999", "9968")
                .doesNotContain("9967");
    }

    @Test
    void the_days_are_reported_for_a_month() {
        for (var day = 0; day < 40; day++) {
            polls.count(poll("curl"), answer(200, document("atom.xml"), day), NOW.plus(Duration.ofDays(day)));
        }

        var days = polls.report(NOW).days();
        assertThat(days).hasSize(30);
        assertThat(days.firstKey()).isEqualTo(LocalDate.parse("2026-12-05"));
        assertThat(days.get(LocalDate.parse("2027-01-03"))).isEqualTo(counts(0, 1, 0, 0, 0, 0, 0, 39));
        assertThat(row(NOW).last()).isEqualTo(LocalDate.parse("2027-01-03"));
    }

    @Test
    void readers_and_feeds_without_end_take_bounded_memory_and_none_is_lost() {
        for (var i = 0; i < 100_000; i++) {
            polls.count(
                    poll("bot" + i + "/1.0 (" + i + " subscribers)"), answer(200, document(i + "/atom.xml"), 3), NOW);
            polls.count(poll("bot" + i), answer(404), NOW);
        }
        polls.count(poll(FEEDLY.formatted(10)), answer(200, document("atom.xml"), 3), NOW);

        var report = polls.report(NOW);
        assertThat(report.rows()).hasSizeLessThanOrEqualTo(Polls.MAX_CELLS + 1);
        assertThat(report.byReader()).hasSizeLessThanOrEqualTo(Polls.MAX_UNKNOWN_READERS + 2);
        assertThat(report.total().counts()).isEqualTo(counts(0, 100_001, 0, 0, 0, 0, 100_000, 300_003));
        assertThat(report.byFeed()).containsKey(PolledFeed.OTHERS);
        assertThat(report.byReader()).containsKeys("bot0", Polls.OTHERS);
    }

    @Test
    void who_is_known_by_name_has_a_place_however_many_others_come() {
        for (var i = 0; i < 1_000; i++) {
            polls.count(poll("bot" + i), answer(200, document("atom.xml"), 1), NOW);
        }
        polls.count(poll(FEEDLY.formatted(10)), answer(200, document("atom.xml"), 1), NOW);
        polls.count(request("GET", "/atom.xml"), answer(200, document("atom.xml"), 1), NOW);

        var report = polls.report(NOW);
        assertThat(report.byReader()).containsKeys("Feedly", UserAgent.NONE);
        assertThat(report.total().subscribers()).isEqualTo(10);
    }

    @Test
    void threads_lose_no_count() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (var t = 0; t < 8; t++) {
            threads.add(new Thread(() -> {
                for (var i = 0; i < 5_000; i++) {
                    polls.count(
                            poll("bot" + i % 300, "If-None-Match: *"),
                            answer(304, document(i % 7 + "/atom.xml"), 0),
                            NOW);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(polls.report(NOW).total().counts()).isEqualTo(counts(40_000, 0, 40_000, 0, 0, 0, 0, 0));
        assertThat(polls.report(NOW).byReader()).hasSize(Polls.MAX_UNKNOWN_READERS + 1);
    }

    @Test
    void sums_are_those_of_their_rows() {
        LongStream.range(0, 50)
                .forEach(i -> polls.count(
                        poll("bot" + i % 5),
                        answer(i % 2 == 0 ? 200 : 304, document(i % 3 + "/atom.xml"), (int) i),
                        NOW));

        var report = polls.report(NOW);
        var byReader = report.byReader().values().stream()
                .map(PollReport.Sum::counts)
                .reduce(PollCounts.ZERO, PollCounts::plus);
        var byFeed =
                report.byFeed().values().stream().map(PollReport.Sum::counts).reduce(PollCounts.ZERO, PollCounts::plus);
        assertThat(byReader).isEqualTo(counts(0, 25, 25, 0, 0, 0, 0, 1225));
        assertThat(byFeed).isEqualTo(byReader);
        assertThat(report.days().values()).containsExactly(byReader);
    }
}
