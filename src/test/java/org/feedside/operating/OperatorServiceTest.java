package org.feedside.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedside.operating.Exchanges.NOW;
import static org.feedside.operating.Exchanges.answer;
import static org.feedside.operating.Exchanges.document;
import static org.feedside.operating.Exchanges.poll;
import static org.feedside.operating.Exchanges.request;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.SystemDisk;
import org.feedside.http.FeedResponse;
import org.feedside.pages.Asset;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.RefreshRun;
import org.feedside.refreshing.RunningRefresh;
import org.feedside.site.Site;
import org.feedside.testing.SimulatedClock;
import org.feedside.testing.WordSource;
import org.feedside.websub.PingOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperatorServiceTest {
    private static final Diagnostic BROKEN =
            Code.VALUE.error(new Place("content/<b>.md", 3, 7), "this \"date\" is no date: <write> 2026-01-01");

    private static final Map<String, String> VIEWS = Map.of("content/<b>.md", "last good version of 3 May 2026");

    private final SimulatedClock clock = new SimulatedClock(NOW);
    private final Published published = new Published();
    private final RefreshRecorder refreshes = new RefreshRecorder(published);
    private final PingRecorder pings = new PingRecorder(URI.create("https://hub.example.org/"), clock);
    private final PollsWriter polls = new PollsWriter(
            new PollsFile(
                    new SystemDisk(), Jimfs.newFileSystem(Configuration.unix()).getPath("/polls")),
            clock);
    private final RunningRefresh running = new RunningRefresh(clock);
    private final StatusSource source =
            new StatusSource(published, "1.2.3", NOW, Optional.empty(), refreshes, running, Optional.of(pings), polls);
    private final Metrics metrics = new Metrics(source.at(NOW));
    private final OperatorService service =
            new OperatorService(new HostCheck("feeds.internal"), source, polls.polls(), metrics);

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void a_refresh_that_does_not_end_is_shown_until_it_ends() {
        metrics.observe(running);
        running.during(() -> {
            clock.advance(RunningRefresh.LIMIT);
            assertThat(json("/status.json").at("/state").asString()).isEqualTo("starting");

            clock.advance(Duration.ofSeconds(1));
            assertThat(json("/status.json").at("/state").asString()).isEqualTo("degraded");
            assertThat(json("/status.json").at("/problems/0/message").asString())
                    .startsWith("the refresh that began at " + NOW + " has not ended");
            assertThat(json("/status.json").at("/problems/0/age_seconds").asInt())
                    .isEqualTo(61);
            assertThat(text(get("/metrics"))).contains("feedside_refresh_overdue_seconds 61.0\n");
            return 0;
        });

        assertThat(json("/status.json").at("/state").asString()).isEqualTo("starting");
        assertThat(json("/status.json").at("/problems").isEmpty()).isTrue();
        assertThat(text(get("/metrics"))).contains("feedside_refresh_overdue_seconds 0.0\n");
    }

    private FeedResponse get(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        if (all.stream().noneMatch(field -> field.startsWith("Host: "))) {
            all.add("Host: 127.0.0.1:8081");
        }
        return service.respond(request("GET", path, all.toArray(String[]::new)), clock.instant());
    }

    private static String text(FeedResponse response) {
        return response.body().map(Bytes::toString).orElse("");
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(text(get(path)));
    }

    private void publish() {
        published.publish(new Snapshot(3, Map.of("atom.xml", document("atom.xml")), OnDemand.NONE));
    }

    private void refresh(Diagnostic... problems) {
        refresh(RefreshResult.Kind.CURRENT, problems);
    }

    private void refresh(RefreshResult.Kind kind, Diagnostic... problems) {
        var waiting = List.of(new Site.ScheduledPost("content/later.md", NOW.plus(Duration.ofDays(1))));
        var outcome = new RefreshResult(kind, 5, 1, 1, List.of(problems), VIEWS, waiting, Optional.empty(), Set.of());
        refreshes.record(new RefreshRun(clock.instant(), clock.instant().plusMillis(40), Optional.of(outcome)));
    }

    @Test
    void the_status_tells_everything_that_is_known() {
        publish();
        refresh(BROKEN);
        pings.roundEnded(new PingOutcome(
                2,
                List.of(),
                List.of(new PingOutcome.Refusal("https://example.org/rss.xml", "it answers 403")),
                Optional.of("no connection"),
                1,
                Optional.of(Duration.ofSeconds(20)),
                List.of()));
        clock.advance(Duration.ofHours(3));

        var status = json("/status.json");

        assertThat(status.get("state").asString()).isEqualTo("current");
        assertThat(status.get("summary").asString()).isEqualTo("current with problems");
        assertThat(status.get("version").asString()).isEqualTo("1.2.3");
        assertThat(status.get("generation").asInt()).isEqualTo(3);
        assertThat(status.get("uptime_seconds").asInt()).isEqualTo(10_800);
        assertThat(status.at("/last_refresh/at").asString()).isEqualTo("2026-11-25T18:00:00Z");
        assertThat(status.at("/last_refresh/took_milliseconds").asInt()).isEqualTo(40);
        assertThat(status.at("/last_change/documents").asInt()).isEqualTo(1);
        assertThat(status.at("/last_change/some/0").asString()).isEqualTo("atom.xml");
        assertThat(status.get("posts").asInt()).isEqualTo(5);
        assertThat(status.get("documents").asInt()).isEqualTo(1);
        assertThat(status.get("feeds").asInt()).isEqualTo(1);
        assertThat(status.get("problems")).hasSize(1);
        assertThat(status.at("/problems/0/severity").asString()).isEqualTo("error");
        assertThat(status.at("/problems/0/file").asString()).isEqualTo("content/<b>.md");
        assertThat(status.at("/problems/0/line").asInt()).isEqualTo(3);
        assertThat(status.at("/problems/0/column").asInt()).isEqualTo(7);
        assertThat(status.at("/problems/0/code").asString()).isEqualTo("value");
        assertThat(status.at("/problems/0/message").asString()).isEqualTo(BROKEN.message());
        assertThat(status.at("/problems/0/readers_see").asString()).isEqualTo("last good version of 3 May 2026");
        assertThat(status.at("/problems/0/since").asString()).isEqualTo("2026-11-25T18:00:00Z");
        assertThat(status.at("/problems/0/age_seconds").asInt()).isEqualTo(10_800);
        assertThat(status.at("/waiting/0/file").asString()).isEqualTo("content/later.md");
        assertThat(status.at("/waiting/0/until").asString()).isEqualTo("2026-11-26T18:00:00Z");
        assertThat(status.at("/pings/hub").asString()).isEqualTo("https://hub.example.org/");
        assertThat(status.at("/pings/pending").asInt()).isEqualTo(1);
        assertThat(status.at("/pings/told").asInt()).isEqualTo(2);
        assertThat(status.at("/pings/refused/0/topic").asString()).isEqualTo("https://example.org/rss.xml");
        assertThat(status.at("/pings/refused/0/why").asString()).isEqualTo("it answers 403");
        assertThat(status.at("/pings/unavailable").asString()).isEqualTo("no connection");
        assertThat(status.at("/pings/next_try").asString()).isEqualTo("2026-11-25T18:00:20Z");
        assertThat(status.at("/memory/used_bytes").asLong()).isPositive();
    }

    @Test
    void the_page_tells_the_same_and_takes_no_text_for_markup() {
        publish();
        refresh(BROKEN);
        clock.advance(Duration.ofHours(3));

        var page = get("/status");

        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(text(page))
                .contains("<h1>current with problems</h1>")
                .contains("content/<wbr>&lt;b&gt;.md:3:7")
                .contains("this \"date\" is no date: &lt;write&gt; 2026-01-01")
                .contains("for 3 h")
                .contains("content/<wbr>later.md")
                .contains("2026-11-26 18:00:00 UTC")
                .contains("https://hub.example.org/")
                .contains("3 h ago, took 40 ms")
                .doesNotContain("<b>.md", "style=", "<meta http-equiv");
        var style = text(page).replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        assertThat(get("/" + style).header("Content-Type")).contains("text/css; charset=utf-8");
        var script = text(page).replaceAll("(?s).*<script src=\"([^\"]+)\" defer></script>.*", "$1");
        assertThat(get("/" + script).header("Content-Type")).contains("text/javascript; charset=utf-8");
    }

    private void shows(String summary, String words, String meanwhile) {
        var page = text(get("/status"));
        assertThat(page)
                .contains(
                        "<title>" + summary + " · Feedside</title>",
                        "<div class=\"state " + summary.replace(' ', '-') + "\" role=\"status\">",
                        "<h1>" + summary + "</h1>",
                        "<p>" + words);
        assertThat(page.contains("For readers meanwhile: ")).isEqualTo(!meanwhile.isEmpty());
        assertThat(page).contains(meanwhile);
        assertThat(json("/status.json").get("summary").asString()).isEqualTo(summary);
    }

    @Test
    void each_state_has_its_own_words_and_title_and_each_problem_says_what_readers_see() {
        var mistyped = Code.VALUE.warning(new Place("feedside.toml", 2, 1), "there is nothing named `x`");
        var noValue = Code.VALUE.error(new Place("zola.toml", 1, 12), "no value");
        publish();

        refresh();
        shows("current", "The feeds are up to date.", "");
        refresh(BROKEN);
        shows("current with problems", "The feeds are up to date, except", "last good version of 3 May 2026");
        refresh(mistyped);
        shows("current with problems", "The feeds are up to date, except", "the feeds are up to date");
        refresh(Code.FEED_SIZE.advice(Place.startOf("atom.xml"), "large"));
        shows("current", "The feeds are up to date.", "the feeds are up to date");
        refresh(RefreshResult.Kind.DEGRADED, noValue);
        shows("degraded", "The previously published feeds are served", "the published feeds stay as they are");
    }

    @Test
    void without_a_publication_a_degraded_service_says_that_readers_see_nothing() {
        refresh(RefreshResult.Kind.DEGRADED, BROKEN);

        shows("degraded", "Nothing is published until", "nothing is published yet");
    }

    @Test
    void each_state_has_an_icon_of_its_own() {
        var icons = new ArrayList<String>();
        for (Runnable step : List.<Runnable>of(
                () -> {}, this::refresh, () -> refresh(BROKEN), () -> refresh(RefreshResult.Kind.DEGRADED, BROKEN))) {
            step.run();
            icons.add(text(get("/status")).replaceAll("(?s).*<link rel=\"icon\" href=\"(data:[^\"]+)\">.*", "$1"));
        }

        assertThat(icons).doesNotHaveDuplicates().allMatch(icon -> icon.startsWith("data:image/svg+xml,%3Csvg "));
        assertThat(get("/status").header("Content-Security-Policy").orElseThrow())
                .contains("; img-src data:;");
    }

    @Test
    void sections_without_content_are_left_out() {
        var headings = Pattern.compile("<h2[^>]*>([^<]*)</h2>");
        refreshes.record(new RefreshRun(
                NOW,
                NOW,
                Optional.of(new RefreshResult(
                        RefreshResult.Kind.CURRENT,
                        5,
                        1,
                        1,
                        List.of(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        Set.of()))));

        assertThat(headings.matcher(text(get("/status"))).results().map(found -> found.group(1)))
                .containsExactly("Published", "WebSub");
        var withoutHub = new OperatorService(
                new HostCheck("feeds.internal"),
                new StatusSource(
                        published, "1.2.3", NOW, Optional.empty(), refreshes, running, Optional.empty(), polls),
                polls.polls(),
                metrics);
        assertThat(headings.matcher(
                                text(withoutHub.respond(request("GET", "/status", "Host: localhost"), clock.instant())))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("Published");

        refresh(BROKEN);

        assertThat(headings.matcher(text(get("/status"))).results().map(found -> found.group(1)))
                .containsExactly("Problems", "Published", "Scheduled posts", "WebSub");
    }

    @Test
    void each_state_has_a_sign_and_a_colour_of_its_own() {
        var style = text(get("/" + Asset.style().name()));
        var states = Pattern.compile("(?s)\\.state\\.([a-z-]+) \\{\\s+background: (#\\w+);.*?content: \"(.)")
                .matcher(style)
                .results()
                .toList();

        assertThat(states)
                .extracting(state -> state.group(1))
                .containsExactly("current", "current-with-problems", "degraded");
        assertThat(states).extracting(state -> state.group(2)).doesNotHaveDuplicates();
        assertThat(states).extracting(state -> state.group(3)).doesNotHaveDuplicates();
    }

    @Test
    void before_anything_is_published_it_is_alive_and_not_ready() {
        assertThat(get("/healthz").status()).isEqualTo(200);
        assertThat(get("/readyz").status()).isEqualTo(503);
        assertThat(json("/status.json").get("state").asString()).isEqualTo("starting");
        assertThat(json("/status.json").has("posts")).isFalse();
        assertThat(text(get("/status"))).contains("<h1>starting</h1>", "not read yet", "built for the first time");

        publish();

        assertThat(get("/readyz").status()).isEqualTo(200);
    }

    @Test
    void polls_are_shown_as_html_and_json() {
        polls.polls().count(poll("Feedbin feed-id:1 - 12 subscribers"), answer(200, document("atom.xml"), 1500), NOW);
        polls.polls().count(poll("<b>"), answer(404), NOW);

        var report = json("/polls.json");
        assertThat(report.get("since").asString()).isEqualTo("2026-11-25T18:00:00Z");
        assertThat(report.at("/total/requests").asInt()).isEqualTo(2);
        assertThat(report.at("/total/subscribers").asInt()).isEqualTo(12);
        assertThat(report.at("/polls/0/feed").asString()).isEqualTo("atom.xml");
        assertThat(report.at("/polls/0/reader").asString()).isEqualTo("Feedbin");
        assertThat(report.at("/polls/0/status_200").asInt()).isEqualTo(1);
        assertThat(report.at("/polls/0/body_bytes").asInt()).isEqualTo(1500);
        assertThat(report.at("/polls/1/kind").asString()).isEqualTo("no feed");
        assertThat(report.at("/days/0/day").asString()).isEqualTo("2026-11-25");

        assertThat(text(get("/polls")))
                .contains("Feedbin", "1.5 kB", "12 declared subscribers")
                .doesNotContain("<b>");
    }

    @Test
    void columns_in_which_all_numbers_are_zero_are_left_out() {
        polls.polls().count(poll("curl"), answer(200, document("atom.xml"), 10), NOW);

        assertThat(columns("readers")).containsExactly("Reader", "Requests", "200", "Sent");

        polls.polls().count(poll("Feedbin - 12 subscribers"), answer(429, document("atom.xml"), 0), NOW);

        assertThat(columns("readers")).containsExactly("Reader", "Subscribers", "Requests", "200", "429", "Sent");
        assertThat(columns("days")).containsExactly("Day, UTC", "Requests", "200", "429", "Sent");
    }

    private List<String> columns(String table) {
        var page = text(get("/polls"));
        var head = page.substring(page.indexOf("<h2 id=\"" + table + "\"")).split("</thead>", 2)[0];
        return Pattern.compile("<th scope=\"col\"[^>]*>([^<]*)</th>")
                .matcher(head)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void the_trend_has_a_bar_for_each_of_the_last_30_days() {
        for (int i = 0; i < 200; i++) {
            polls.polls().count(poll("curl"), answer(200, document("atom.xml"), 10), NOW.minus(Duration.ofDays(29)));
        }
        polls.polls().count(poll("curl"), answer(200, document("atom.xml"), 10), NOW.minus(Duration.ofDays(2)));
        polls.polls().count(poll("curl"), answer(200, document("atom.xml"), 10), NOW);
        polls.polls().count(poll("curl"), answer(200, document("atom.xml"), 10), NOW);

        var page = text(get("/polls"));
        var bars = Pattern.compile(
                        "<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"8\" height=\"(\\d+)\"><title>([^<]*)</title>")
                .matcher(page)
                .results()
                .toList();
        assertThat(bars).hasSize(30);
        assertThat(bars)
                .extracting(bar -> bar.group(4))
                .startsWith("2026-11-25: 2 requests", "2026-11-24: 0 requests", "2026-11-23: 1 requests")
                .endsWith("2026-10-28: 0 requests", "2026-10-27: 200 requests");
        assertThat(bars)
                .extracting(bar -> bar.group(3))
                .startsWith("1", "0", "1", "0")
                .endsWith("0", "100");
        assertThat(bars).extracting(bar -> bar.group(2)).startsWith("99").endsWith("0");
        assertThat(bars)
                .extracting(bar -> bar.group(1))
                .startsWith("291", "281")
                .endsWith("1");
        assertThat(page)
                .contains("aria-label=\"Requests on each day: 200 at most, on 2026-10-27; 2 today.")
                .doesNotContain("style=", "<script");
    }

    @Test
    void without_requests_there_is_no_trend() {
        assertThat(text(get("/polls"))).contains("No requests yet.").doesNotContain("<svg");
    }

    @Test
    void a_report_of_any_length_is_a_page_that_can_be_read() {
        for (var i = 0; i < 1_000; i++) {
            polls.polls().count(poll("curl"), answer(200, document(i + "/atom.xml"), 1), NOW);
        }

        assertThat(text(get("/polls"))).contains("700 more rows are in").hasSizeLessThan(400_000);
        assertThat(json("/polls.json").get("polls")).hasSize(1_000);
    }

    @Test
    void who_asks_for_json_gets_it_at_the_same_address() {
        assertThat(get("/status", "Accept: application/json").header("Content-Type"))
                .contains("application/json");
        assertThat(get("/polls", "Accept: application/json, */*").header("Content-Type"))
                .contains("application/json");
        assertThat(get("/status", "Accept: text/html,application/xhtml+xml,application/json;q=0.9")
                        .header("Content-Type"))
                .contains("text/html; charset=utf-8");
        assertThat(get("/status").header("Content-Type")).contains("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @WordSource("""
            localhost LOCALHOST:8081 127.0.0.1 127.0.0.1:8081 192.168.1.2:8081 [::1]:8081 [2001:db8::1]
            feeds.internal Feeds.Internal:8081
            """)
    void it_answers_to_addresses_to_localhost_and_to_its_own_name(String host) {
        assertThat(get("/healthz", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EmptySource
    @WordSource("""
            evil.example evil.example:8081 localhost.evil.example 127.0.0.1.evil.example evil.example#localhost
            :8081 localhost:x [evil.example]:80 [::1].evil.example 127.0.0.1,␣evil.example
            """)
    void it_answers_to_no_other_name(String host) {
        for (var path : List.of("/status", "/status.json", "/polls.json", "/metrics", "/healthz", "/nothing")) {
            var answer = get(path, "Host: " + host);

            assertThat(answer.status()).isEqualTo(421);
            assertThat(text(answer)).startsWith("This server responds to localhost");
        }
    }

    @Test
    void a_request_without_a_host_is_rejected() {
        assertThat(service.respond(request("GET", "/status"), NOW).status()).isEqualTo(421);
    }

    @Test
    void other_sites_learn_nothing_and_nothing_is_kept() {
        for (var path :
                List.of("/", "/status", "/status.json", "/polls", "/polls.json", "/metrics", "/healthz", "/x")) {
            var answer = get(path, "Origin: https://evil.example");

            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.header("Date")).contains("Wed, 25 Nov 2026 18:00:00 GMT");
        }
        assertThat(get("/").status()).isEqualTo(302);
        assertThat(get("/").header("Location")).contains("status");
        assertThat(get("/x").status()).isEqualTo(404);
    }

    @Test
    void nothing_can_be_changed() {
        for (var method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "X")) {
            var answer = service.respond(request(method, "/status", "Host: localhost"), NOW);

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("GET, HEAD");
        }
        var head = service.respond(request("HEAD", "/healthz", "Host: localhost"), NOW);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).contains("6");
    }
}
