package org.feedside.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedside.operating.Exchanges.NOW;
import static org.feedside.operating.Exchanges.answer;
import static org.feedside.operating.Exchanges.document;
import static org.feedside.operating.Exchanges.onDemand;
import static org.feedside.operating.Exchanges.poll;
import static org.feedside.operating.Exchanges.request;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Place;
import org.feedside.refreshing.RefreshRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MetricsTest {
    private static final Pattern NAME = Pattern.compile("(?m)^([a-z_]+)[ {]");
    private static final Pattern ASKED = Pattern.compile("\\b(?:feedside|jvm|process|system)_[a-z_]+");

    private final Metrics metrics = new Metrics(busy());

    @AfterEach
    void close() {
        metrics.close();
    }

    private static Status busy() {
        var problems = List.of(
                new KnownProblem(Code.VALUE.error(Place.startOf("a"), "bad"), NOW),
                new KnownProblem(Code.VALUE.warning(Place.startOf("b"), "worse"), NOW),
                new KnownProblem(Code.VALUE.warning(Place.startOf("c"), "worst"), NOW));
        var pings = new Status.Pings(
                URI.create("https://hub.example.org/"),
                4,
                10,
                3,
                2,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        var refreshes = new Status.Refreshes(
                Status.State.DEGRADED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.ofEpochSecond(1_790_000_000)),
                OptionalInt.of(5),
                List.of(),
                List.of());
        var memory = new Status.Memory(1, 2);
        return new Status(
                NOW, NOW, "1.2.3", Optional.empty(), 17, 22, 7, refreshes, problems, Optional.of(pings), memory);
    }

    private List<String> scrape() {
        return metrics.scrape(busy(), PollReport.empty(NOW)).lines().toList();
    }

    private long ours() {
        return scrape().stream().filter(line -> line.startsWith("feedside_")).count();
    }

    /** A collection of garbage is told by another thread. */
    private void awaitGarbageCollection() {
        System.gc();
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (scrape().stream().noneMatch(line -> line.startsWith("jvm_gc_pause_seconds_sum"))) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void requests_and_bytes_are_counted_by_what_has_few_values() {
        metrics.count(poll("curl"), answer(200, document("atom.xml"), 1000));
        metrics.count(poll("curl", "If-None-Match: x"), answer(304, document("tags/a/atom.xml"), 0));
        metrics.count(poll("wget", "If-None-Match: x"), answer(304, document("tags/b/atom.xml"), 0));
        metrics.count(poll("curl"), answer(429, onDemand("tags/a+b/atom.xml"), 100));
        metrics.count(request("GET", "/nothing"), answer(404));

        assertThat(scrape())
                .contains(
                        "feedside_http_requests_total{conditional=\"false\",document=\"kept\",format=\"atom\",status=\"200\"} 1.0",
                        "feedside_http_requests_total{conditional=\"true\",document=\"kept\",format=\"atom\",status=\"304\"} 2.0",
                        "feedside_http_requests_total{conditional=\"false\",document=\"on_demand\",format=\"atom\",status=\"429\"} 1.0",
                        "feedside_http_requests_total{conditional=\"false\",document=\"none\",format=\"none\",status=\"404\"} 1.0",
                        "feedside_http_response_body_bytes_total{format=\"atom\"} 1100.0");
    }

    @Test
    void no_flood_makes_new_time_series() {
        var before = ours();

        for (var i = 0; i < 10_000; i++) {
            metrics.count(poll("bot" + i), answer(200, document(i + "/atom.xml"), 1));
        }

        assertThat(ours()).isEqualTo(before + 2);
    }

    @Test
    void the_gauges_show_the_status() {
        assertThat(scrape())
                .contains(
                        "feedside_generation 17.0",
                        "feedside_posts 5.0",
                        "feedside_documents 22.0",
                        "feedside_feeds 7.0",
                        "feedside_posts_waiting 0.0",
                        "feedside_problems{severity=\"error\"} 1.0",
                        "feedside_problems{severity=\"warning\"} 2.0",
                        "feedside_problems{severity=\"advice\"} 0.0",
                        "feedside_state{state=\"degraded\"} 1.0",
                        "feedside_state{state=\"current\"} 0.0",
                        "feedside_pings_pending 4.0",
                        "feedside_pings_total{result=\"told\"} 10.0",
                        "feedside_pings_total{result=\"refused\"} 3.0",
                        "feedside_pings_total{result=\"failed\"} 2.0",
                        "feedside_refresh_last_success_timestamp_seconds 1.79E9")
                .anyMatch(line -> line.startsWith("feedside_build_info{") && line.contains("version=\"1.2.3\""))
                .anyMatch(line -> line.startsWith("process_cpu_seconds_total "))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"));
    }

    @Test
    void subscribers_are_reported_by_reader() {
        var polls = new Polls(PollReport.empty(NOW));
        polls.count(poll("Feedbin feed-id:1 - 12 subscribers"), answer(200, document("atom.xml"), 1), NOW);
        polls.count(poll("Feedbin feed-id:2 - 3 subscribers"), answer(200, document("rss.xml"), 1), NOW);

        var lines = metrics.scrape(busy(), polls.report(NOW)).lines().toList();
        assertThat(lines).contains("feedside_subscribers{reader=\"Feedbin\"} 15.0");

        var later = polls.report(NOW.plus(Duration.ofDays(31)));
        assertThat(metrics.scrape(busy(), later)).doesNotContain("Feedbin");
    }

    @Test
    void refreshes_are_timed_by_how_they_ended() {
        metrics.refreshed(Exchanges.run(NOW, NOW.plusMillis(50), 1, 0));
        metrics.refreshed(Exchanges.run(NOW, NOW.plusMillis(2_000), 1, 0));
        metrics.refreshed(new RefreshRun(NOW, NOW, Optional.empty()));

        assertThat(scrape())
                .contains(
                        "feedside_refresh_seconds_bucket{outcome=\"current\",le=\"0.1\"} 1",
                        "feedside_refresh_seconds_bucket{outcome=\"current\",le=\"10.0\"} 2",
                        "feedside_refresh_seconds_sum{outcome=\"current\"} 2.05",
                        "feedside_refresh_seconds_count{outcome=\"fault\"} 1");
    }

    @Test
    void the_dashboard_asks_for_nothing_that_is_not_there() throws IOException {
        metrics.count(poll("curl"), answer(200, document("atom.xml"), 1000));
        metrics.refreshed(new RefreshRun(NOW, NOW, Optional.empty()));
        awaitGarbageCollection();
        var polls = new Polls(PollReport.empty(NOW));
        polls.count(poll("Feedbin feed-id:1 - 12 subscribers"), answer(200, document("atom.xml"), 1), NOW);
        var exposed = NAME.matcher(metrics.scrape(busy(), polls.report(NOW)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        var text = Files.readString(Path.of("src/grafana/feedside.json"));
        var asked =
                ASKED.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        for (var panel : JsonMapper.shared().readTree(text).get("panels")) {
            assertThat(panel.get("targets"))
                    .isNotEmpty()
                    .allSatisfy(
                            target -> assertThat(target.get("expr").asString()).containsPattern(ASKED));
        }

        assertThat(exposed).containsAll(asked);
        assertThat(asked)
                .contains(
                        "feedside_http_requests_total",
                        "feedside_http_response_body_bytes_total",
                        "feedside_refresh_seconds_sum",
                        "feedside_problems",
                        "feedside_pings_total",
                        "feedside_subscribers");
    }
}
