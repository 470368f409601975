package org.feedside.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Bytes;
import org.feedside.readers.Traffic;
import org.junit.jupiter.api.Test;

/** A month of nine readers, counted on both sides of the wire. */
class TrafficReportTest {
    private static final Map<String, String> NAMES = Map.of(
            "NetNewsWire", "NetNewsWire",
            "Newsboat", "Newsboat",
            "FreshRss", "FreshRSS",
            "Miniflux", "Miniflux",
            "CommaFeed", "CommaFeed",
            "Liferea", "Liferea",
            "NextcloudNews", "Nextcloud News",
            "PlainReader", "curl",
            "PythonReader", "reader");

    /** What a reader notes down of its own polls. */
    private static final class Diary {
        private int requests;
        private int conditional;
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private long bytes;

        void note(FeedRequest request, FeedResponse response) {
            requests++;
            var fields = request.headers();
            if (fields.apply("If-None-Match").isPresent()
                    || fields.apply("If-Modified-Since").isPresent()) {
                conditional++;
            }
            statuses.merge(response.status(), 1, Integer::sum);
            bytes += response.body().map(Bytes::size).orElse(0);
        }

        private int status(int status) {
            return statuses.getOrDefault(status, 0);
        }
    }

    @Test
    void the_report_of_a_month_is_right_to_the_request() {
        var start = Instant.parse("2026-11-23T09:00:00Z");
        var polls = new Polls(PollReport.empty(start));
        var diaries = new TreeMap<String, Diary>();
        try (var metrics = new Metrics(Exchanges.status())) {
            new Traffic(
                            30,
                            service -> new CountingService(service, polls, metrics),
                            (reader, request, response) -> diaries.computeIfAbsent(reader, r -> new Diary())
                                    .note(request, response))
                    .run();
        }

        var report = polls.report(start);

        assertThat(diaries.keySet()).isEqualTo(NAMES.keySet());
        assertThat(report.rows()).hasSize(9);
        diaries.forEach((reader, diary) -> {
            var row = report.rows().stream()
                    .filter(r -> r.reader().equals(NAMES.get(reader)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(reader + " was not seen"));
            var counts = row.counts();
            assertThat(row.feed().path()).isEqualTo("atom.xml");
            assertThat(counts.requests()).as(reader).isEqualTo(diary.requests).isGreaterThan(100);
            assertThat(counts.get(PollCounts.Kind.CONDITIONAL)).as(reader).isEqualTo(diary.conditional);
            assertThat(counts.get(PollCounts.Kind.FULL)).as(reader).isEqualTo(diary.status(200));
            assertThat(counts.get(PollCounts.Kind.UNCHANGED)).as(reader).isEqualTo(diary.status(304));
            assertThat(counts.get(PollCounts.Kind.DELTAS)).as(reader).isEqualTo(diary.status(226));
            assertThat(counts.get(PollCounts.Kind.TOO_MANY)).as(reader).isEqualTo(diary.status(429));
            assertThat(counts.get(PollCounts.Kind.REDIRECTS) + counts.get(PollCounts.Kind.OTHERS))
                    .as(reader)
                    .isZero();
            assertThat(counts.get(PollCounts.Kind.BYTES)).as(reader).isEqualTo(diary.bytes);
            assertThat(row.last()).isEqualTo(LocalDate.parse("2026-12-23"));
        });
        var all = report.days().values().stream().reduce(PollCounts.ZERO, PollCounts::plus);
        // Of 31 days, as the month does not begin at midnight, the first is forgotten.
        assertThat(all.requests()).isLessThan(report.total().counts().requests());
        assertThat(report.days()).hasSize(30);
    }
}
