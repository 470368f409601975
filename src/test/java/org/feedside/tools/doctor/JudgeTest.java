package org.feedside.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedside.tools.doctor.FeedOnServer.ADDRESS;
import static org.feedside.tools.doctor.FeedOnServer.answer;
import static org.feedside.tools.doctor.FeedOnServer.atom;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.publishing.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings for a feed that is served correctly except for one fault. */
class JudgeTest {
    private static final String LOGIN = "<!DOCTYPE html><title>Members</title><form><input type=password></form>";
    private static final String PAGE = "<html><head><title>Oh no</title></head><body>Not here</body></html>";

    @Test
    void of_a_feed_that_is_served_well_there_is_nothing_to_say() throws InterruptedException {
        assertThat(said(new FeedOnServer())).isEmpty();
    }

    @Test
    void a_feed_that_is_served_well_is_loaded_once() throws InterruptedException {
        var server = new FeedOnServer();

        said(server);

        assertThat(server.downloads()).isEqualTo(1);
        assertThat(server.requests())
                .extracting(request -> request.getOrDefault("User-Agent", "").split("[/ ]", 2)[0])
                .containsExactly("Inoreader", "Inoreader", "Feedly", "NetNewsWire", "Mozilla", "FreshRSS", "newsboat");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void each_fault_is_reported_and_nothing_else(FeedOnServer server, String expected) throws InterruptedException {
        assertThat(said(server)).containsExactly(expected);
    }

    private static Arguments proxyAlone(int status) {
        return fault(
                server().always(answer(status, Map.of(), "")),
                "error: all: the proxy cannot reach Feedside (it answers with status %d)".formatted(status));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(server().without("ETag"), "warning: all: has no entity tag"),
                fault(server().without("ETag").without("Last-Modified"), "warning: all: has no entity tag"),
                fault(
                        server().compressingAwayTags(),
                        "warning: all: has no entity tag when compressed, although it has one uncompressed"),
                fault(
                        server().unconditional(),
                        "warning: all: returns the whole feed, not 304, to a request with its own tag and date"),
                fault(
                        server().with("ETag", "W/\"abc\"").unconditional(),
                        "warning: all: has a weak tag (W/), and a request with this tag gets the whole feed"),
                fault(server().changing(), "warning: all: has a different tag and date in each response"),
                fault(
                        server().without304("ETag"),
                        "warning: all: answers 304 without ETag, which the full response had"),
                fault(
                        server().without304("ETag", "Cache-Control", "Vary"),
                        "warning: all: answers 304 without ETag and Cache-Control and Vary, which the full response had"),
                fault(
                        server().with("Content-Type", "text/xml"),
                        "warning: all: is sent as text/xml, not as application/atom+xml"),
                fault(
                        server().with("Content-Type", "Application/XML; charset=utf-8"),
                        "warning: all: is sent as application/xml, not as application/atom+xml"),
                fault(
                        server().with("Content-Type", "application/rss+xml"),
                        "error: all: is sent as application/rss+xml, not as application/atom+xml"),
                fault(
                        server().with("Content-Type", "text/html"),
                        "error: all: is sent as text/html, not as application/atom+xml"),
                fault(
                        server().without("Content-Type"),
                        "error: all: is sent without a Content-Type, not as application/atom+xml"),
                fault(server().uncompressed(), "warning: all: is not compressed: 2,720 bytes, with gzip 183"),
                fault(server().without("Vary"), "warning: all: is compressed without `Vary: Accept-Encoding`"),
                fault(server().with("Vary", "Origin"), "warning: all: is compressed without `Vary: Accept-Encoding`"),
                fault(
                        server().with("Cache-Control", "public, max-age=31536000"),
                        "warning: all: may be cached for 365 days (Cache-Control: public, max-age=31536000)"),
                fault(
                        server().with("Cache-Control", "max-age=60, s-maxage=31536000"),
                        "warning: all: may be cached for 365 days (Cache-Control: max-age=60, s-maxage=31536000)"),
                fault(
                        server().without("Cache-Control").with("Expires", "Tue, 16 Jun 2026 00:00:00 GMT"),
                        "warning: all: may be cached for 365 days (Expires)"),
                fault(
                        server().with("Cache-Control", "no-store").with("Expires", "0"),
                        "warning: all: must not be cached (Cache-Control: no-store, Expires: 0)"),
                fault(
                        server().without("Cache-Control"),
                        "advice: all: does not say how long it may be cached: it has no Cache-Control"),
                fault(
                        server().with("Age", "90000"),
                        "warning: all: comes from a cache that has stored it for 25.0 hours (Age), longer than allowed"),
                fault(
                        server().entry(answer(404, Map.of(), "")),
                        "warning: all: links to https://blog.example.org/a/ in its first entry, but the server answers 404 there"),
                fault(server().taking(Duration.ofMillis(4250)), "warning: all: is slow: a response takes 4.3 s"),
                fault(
                        server().text(atom("http://blog.example.org/atom.xml")),
                        "warning: all: names http://blog.example.org/atom.xml as its own address, with http instead of https"),
                fault(
                        server().text(atom(
                                "https://old.example.org/atom.xml",
                                "https://old.example.org/",
                                "https://old.example.org/a/",
                                "https://elsewhere.example.org/b/")),
                        "warning: all: names a host other than blog.example.org: its own address is"
                                + " https://old.example.org/atom.xml, and its page and 1 of its 2 entries are there too"),
                fault(
                        server().text(atom("/feed.xml")),
                        "warning: all: names https://blog.example.org/feed.xml as its own address instead of"
                                + " https://blog.example.org/atom.xml"),
                fault(
                        server().text(atom("https://blog.example.org:8443/atom.xml")),
                        "warning: all: names https://blog.example.org:8443/atom.xml as its own address instead of"
                                + " https://blog.example.org/atom.xml"),
                fault(
                        server().text(atom("atom feed")),
                        "warning: all: names https://blog.example.org/atom%20feed as its own address instead of"
                                + " https://blog.example.org/atom.xml"),
                fault(
                        server().text(atom("mailto:me@example.org")),
                        "warning: all: names mailto:me@example.org as its own address, which is not a web address"),
                fault(
                        server().text(atom("").replace("<link rel='self' href=''/>", "")),
                        "advice: all: does not name its own address"),
                fault(
                        server().text(PAGE).with("Content-Type", "text/html"),
                        "error: all: an HTML page “Oh no” comes instead of the feed"),
                fault(
                        server().text("\n<!-- x --> " + PAGE),
                        "error: all: an HTML page “Oh no” comes instead of the feed"),
                fault(server().text(LOGIN), "error: all: a login page “Members” comes instead of the feed"),
                fault(
                        server().redirecting(ADDRESS.toString(), 302, "/login")
                                .at("https://blog.example.org/login", answer(200, Map.of(), LOGIN)),
                        "error: all: a login page “Members” comes from https://blog.example.org/login instead of the feed"),
                fault(
                        server().text("<feed><entry></feed>"),
                        "error: all: is not a feed: this is not well-formed XML (The element type \"entry\" must be terminated by"
                                + " the matching end-tag \"</entry>\".): fetch the feed again, or correct it"),
                fault(server().text("{\"a\": 1}"), "error: all: is not a feed: this is not an Atom, RSS or JSON feed"),
                fault(server().text(""), "error: all: is not a feed: it is empty"),
                fault(
                        server().uncompressed().with("Content-Encoding", "gzip"),
                        "error: all: claims to be compressed (Content-Encoding: gzip) but is not"),
                fault(
                        server().always(answer(403, Map.of("CF-Mitigated", "challenge"), PAGE)),
                        "error: all: answers 403 with a browser challenge (cf-mitigated: challenge) instead of the feed"),
                fault(
                        server().text("<!doctype html><title>Making sure you&#39;re not a bot!</title>"),
                        "error: all: answers 200 with a browser challenge (“Making sure you're not a bot!”) instead of the feed"),
                fault(
                        server().toAgents("Miniflux", answer(503, Map.of("cf-mitigated", "challenge"), "")),
                        "error: Miniflux: answers 503 with a browser challenge (cf-mitigated: challenge) instead of the feed"),
                fault(
                        server().toAgents("newsboat", answer(403, Map.of(), ""))
                                .toAgents("Inoreader", answer(403, Map.of(), "")),
                        "error: Inoreader, Newsboat: answers 403 to this User-Agent, while other readers get the feed"),
                fault(server().always(answer(403, Map.of(), "")), "error: all: answers 403"),
                fault(
                        server().always(answer(401, Map.of(), "")),
                        "error: all: answers 401: it requires a user name and a password"),
                fault(
                        server().always(answer(404, Map.of(), "")),
                        "error: all: answers 404: there is no feed at this address"),
                fault(
                        server().redirecting(ADDRESS.toString(), 301, "/feed")
                                .at("https://blog.example.org/feed", answer(404, Map.of(), "")),
                        "error: all: answers 404: there is no feed at this address (at https://blog.example.org/feed)"),
                fault(
                        server().always(answer(410, Map.of(), "")),
                        "error: all: answers 410: the feed is gone permanently"),
                fault(
                        server().always(answer(429, Map.of("Retry-After", "60"), "")),
                        "warning: all: answers 429 (Retry-After: 60): this feed was downloaded too often from this address"),
                fault(
                        server().when(request -> request.containsKey("If-None-Match"), answer(429, Map.of(), "")),
                        "error: all: answers 429 to a conditional request"),
                proxyAlone(502),
                proxyAlone(503),
                proxyAlone(504),
                fault(
                        server().always(answer(503, Map.of("Retry-After", "10", "Cache-Control", "no-store"), "")),
                        "error: all: Feedside has no feed to serve yet, or it is stopping (status 503)"),
                fault(server().always(answer(500, Map.of(), "")), "error: all: answers 500: the server failed"),
                fault(
                        server().without("ETag")
                                .without("Vary")
                                .with("Cache-Control", "public, max-age=600")
                                .uncompressed()
                                .unconditional(),
                        "error: all: comes from the files that the web server keeps: the service behind it does not"
                                + " respond"),
                fault(
                        server().toAgents("Feedly", answer(503, Map.of(), "")),
                        "error: Feedly: answers 503 to some requests"));
    }

    @Test
    void the_most_severe_fault_comes_first() throws InterruptedException {
        assertThat(said(new FeedOnServer()
                        .with("Content-Type", "text/plain")
                        .without("Cache-Control")
                        .without("ETag")))
                .containsExactly(
                        "error: all: is sent as text/plain, not as application/atom+xml",
                        "warning: all: has no entity tag",
                        "advice: all: does not say how long it may be cached: it has no Cache-Control");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("no_faults")
    void correct_behaviour_is_not_reported(String what, FeedOnServer server) throws InterruptedException {
        assertThat(said(server)).as(what).isEmpty();
    }

    static Stream<Arguments> no_faults() {
        return Stream.of(
                arguments("a weak tag that is known", server().with("ETag", "W/\"abc\"")),
                arguments("no date, as of a feed made on demand", server().without("Last-Modified")),
                arguments(
                        "no compression of what is small",
                        server().uncompressed().text(atom(ADDRESS.toString(), "https://blog.example.org/"))),
                arguments(
                        "links to other sites",
                        server().text(atom(
                                ADDRESS.toString(),
                                "https://www.example.org/",
                                "https://one.example.com/",
                                "https://two.example.com/"))),
                arguments("a relative self", server().text(atom("atom.xml"))),
                arguments("a self in other letters", server().text(atom("HTTPS://Blog.Example.org:443/atom.xml"))),
                arguments("a day", server().with("Cache-Control", "max-age=86400")),
                arguments("a copy of a minute", server().with("Age", "50")),
                arguments("a coding that only the reader knows", server().with("Content-Encoding", "zstd")),
                arguments(
                        "RSS",
                        server().with("Content-Type", "application/rss+xml").text("""
                        <rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Boats</title>
                        <link>https://blog.example.org/</link>
                        <atom:link rel='self' href='https://blog.example.org/atom.xml'/>
                        </channel></rss>
                        """)),
                arguments(
                        "JSON Feed",
                        server().with("Content-Type", "application/feed+json").text("""
                        {"version": "https://jsonfeed.org/version/1.1", "feed_url": "https://blog.example.org/atom.xml"}
                        """)));
    }

    @ParameterizedTest
    @EnumSource(ConnectionFailure.class)
    void a_connection_failure_is_reported_with_a_remedy(ConnectionFailure trouble) throws InterruptedException {
        var server = new FeedOnServer().always(new FetchResult.Missing(trouble, "the machine's words"));

        var examination = Examination.of(ADDRESS, server, new HashMap<>());
        var finding = Judge.findings(examination).get(0);

        assertThat(examination.isReached()).isFalse();
        assertThat(Judge.findings(examination)).hasSize(1);
        assertThat(finding.isGeneral()).isTrue();
        assertThat(finding.remark().what()).startsWith("blog.example.org cannot be reached: " + trouble.what());
        assertThat(finding.remark().remedy()).isEqualTo(trouble.remedy());
        assertThat(server.requests()).hasSize(trouble.isGeneral() ? 1 : 6);
    }

    @Test
    void a_connection_that_breaks_for_one_reader_is_a_matter_of_that_reader() throws InterruptedException {
        assertThat(said(new FeedOnServer()
                        .toAgents("FreshRSS", new FetchResult.Missing(ConnectionFailure.BROKEN, "reset"))))
                .containsExactly(
                        "error: FreshRSS: blog.example.org cannot be reached: the connection was closed early (reset)");
    }

    @Test
    void of_readers_that_were_not_asked_there_is_nothing_to_say() throws InterruptedException {
        assertThat(said(new FeedOnServer()
                        .toAgents("Feedly", new FetchResult.Missing(ConnectionFailure.NO_ANSWER, "15 s"))
                        .toAgents("NetNewsWire", new FetchResult.Missing(ConnectionFailure.NOT_ASKED, ""))))
                .containsExactly("error: Feedly: blog.example.org cannot be reached: the response timed out (15 s)");
    }

    @Test
    void a_feed_that_is_too_large_is_not_read() throws InterruptedException {
        var large = new FetchResult.Received(
                200, answer(200, Map.of("ETag", "\"a\""), "").fields(), Bytes.utf8("<feed>"), true, Duration.ZERO);

        assertThat(said(new FeedOnServer().always(large))).contains("error: all: is larger than 6 bytes");
    }

    @Test
    void a_feed_that_changes_between_two_visits_is_not_blamed() throws InterruptedException {
        var server = new FeedOnServer();
        var old = answer(
                200,
                Map.of("ETag", "\"old\"", "Content-Type", "application/atom+xml", "Cache-Control", "max-age=60"),
                atom(ADDRESS.toString(), ADDRESS.toString()));

        assertThat(said(server.when(request -> !request.containsKey("If-None-Match"), old)))
                .isEmpty();
        assertThat(server.requests()).hasSize(3 + 5);
    }

    @Test
    void foreign_text_stays_on_one_line_and_is_shortened() throws InterruptedException {
        var title = "no\u202E" + "o".repeat(1000);
        var self = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"feed_url\": \"mailto:\\u001B[2J\"}";

        assertThat(said(new FeedOnServer().text("<html><title>" + title + "</title>"))
                        .get(0))
                .startsWith("error: all: an HTML page “no?oooo")
                .endsWith("o…")
                .hasSizeLessThan(450);
        assertThat(said(new FeedOnServer()
                        .with("Content-Type", "application/feed+json")
                        .text(self)))
                .containsExactly("warning: all: names mailto:?[2J as its own address, which is not a web address");
    }

    @Test
    void one_redirect_for_good_is_no_fault() throws InterruptedException {
        assertThat(said(redirected(301, "http://blog.example.org/atom.xml"), "http://blog.example.org/atom.xml"))
                .isEmpty();
        assertThat(said(redirected(308, "http://blog.example.org/feed"), "http://blog.example.org/feed"))
                .isEmpty();
    }

    @Test
    void temporary_redirects_are_reported() throws InterruptedException {
        assertThat(said(redirected(302, "https://blog.example.org/feed"), "https://blog.example.org/feed"))
                .containsExactly(
                        "warning: all: is redirected, but not permanently: 302 to https://blog.example.org/atom.xml");
    }

    @Test
    void a_feed_behind_a_redirect_that_does_not_last_may_call_itself_by_the_address_that_does()
            throws InterruptedException {
        var server = new FeedOnServer()
                .text(atom("https://blog.example.org/feed"))
                .redirecting("https://blog.example.org/feed", 307, "/atom.xml");

        assertThat(said(server, "https://blog.example.org/feed"))
                .containsExactly(
                        "warning: all: is redirected, but not permanently: 307 to https://blog.example.org/atom.xml");
    }

    @Test
    void a_redirect_chain_is_reported_with_its_redirects() throws InterruptedException {
        var server = new FeedOnServer()
                .redirecting("http://blog.example.org/feed", 301, "https://blog.example.org/feed")
                .redirecting("https://blog.example.org/feed", 301, "/atom.xml");

        assertThat(said(server, "http://blog.example.org/feed"))
                .containsExactly("warning: all: is redirected 2 times: 301 to https://blog.example.org/feed, 301 to"
                        + " https://blog.example.org/atom.xml");
    }

    @Test
    void a_redirect_loop_ends_and_is_reported() throws InterruptedException {
        var server = new FeedOnServer()
                .redirecting("http://blog.example.org/", 301, "https://blog.example.org/")
                .redirecting("https://blog.example.org/", 301, "http://blog.example.org/");

        assertThat(said(server, "http://blog.example.org/"))
                .contains("error: all: redirects endlessly: 301 to https://blog.example.org/, 301 to"
                        + " http://blog.example.org/");
        assertThat(server.requests()).hasSize(2 * 6);
    }

    @Test
    void a_way_that_does_not_end_is_left() throws InterruptedException {
        Fetcher endless = (address, fields) -> answer(301, Map.of("Location", address + "/a"), "");

        var visit = Visit.of(endless, SimulatedReader.FEEDLY, ADDRESS, Validators.NONE);

        assertThat(visit.redirects()).hasSize(Visit.MAX_REDIRECTS);
    }

    @Test
    void a_redirect_without_a_target_is_reported() throws InterruptedException {
        assertThat(said(new FeedOnServer().always(answer(302, Map.of(), ""))))
                .containsExactly("error: all: answers 302 without a Location");
        assertThat(said(new FeedOnServer().always(answer(301, Map.of("Location", "ftp://x.example.org/"), ""))))
                .containsExactly("error: all: redirects with 301 to ftp://x.example.org/, which is not a web address");
    }

    @Test
    void a_redirect_from_https_to_http_is_reported() throws InterruptedException {
        var server = new FeedOnServer()
                .text(atom("http://blog.example.org/atom.xml"))
                .redirecting(ADDRESS.toString(), 301, "http://blog.example.org/atom.xml");

        assertThat(said(server))
                .containsExactly(
                        "warning: all: is redirected from https to http: 301 to http://blog.example.org/atom.xml");
    }

    @Test
    void asked_without_tls_a_feed_may_call_itself_safe() throws InterruptedException {
        assertThat(said(new FeedOnServer(), "http://blog.example.org/atom.xml")).isEmpty();
    }

    @Test
    void every_finding_has_an_effect_and_a_remedy() throws InterruptedException {
        for (var row : faults().toList()) {
            for (var finding : Judge.findings(Examination.of(ADDRESS, (FeedOnServer) row.get()[0], new HashMap<>()))) {
                assertThat(finding.remark().effect()).endsWith(".");
                assertThat(finding.remark().remedy()).matches("(?s)[a-zF].{20,}[.;`]");
                assertThat(finding.feed()).isEqualTo(ADDRESS.toString());
            }
        }
    }

    private static Arguments fault(FeedOnServer server, String expected) {
        return arguments(server, expected);
    }

    private static FeedOnServer server() {
        return new FeedOnServer();
    }

    private static FeedOnServer redirected(int status, String from) {
        return new FeedOnServer().redirecting(from, status, ADDRESS.toString());
    }

    private static List<String> said(FeedOnServer server) throws InterruptedException {
        return said(server, ADDRESS.toString());
    }

    private static List<String> said(FeedOnServer server, String feed) throws InterruptedException {
        return Judge.findings(Examination.of(URI.create(feed), server, new HashMap<>())).stream()
                .map(finding -> "%s: %s: %s"
                        .formatted(
                                finding.remark().severity(),
                                who(finding),
                                finding.remark().what()))
                .toList();
    }

    private static String who(Finding finding) {
        return finding.isGeneral()
                ? "all"
                : finding.readers().stream().map(SimulatedReader::toString).collect(Collectors.joining(", "));
    }
}
