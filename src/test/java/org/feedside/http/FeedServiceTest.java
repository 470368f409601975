package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Settings;
import org.junit.jupiter.api.Test;

class FeedServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Document site = Feeds.atom("atom.xml", "<feed/>");
    private final Document combination = Feeds.atom("tags/a+b/atom.xml", "<feed/>");
    private final Published published = new Published();
    private final FeedService service = new FeedService(
            published,
            URI.create("https://example.org/blog"),
            Settings.of("http = { moved = { 'feed.xml' = 'atom.xml' }, retired = ['old.xml'] }"));

    private Optional<Document> document(FeedRequest request) {
        published.publish(new Snapshot(
                1,
                Map.of("atom.xml", site),
                path -> path.equals(combination.path()) ? new Lookup.Found<>(combination) : new Lookup.NotFound<>()));
        return service.respond(request, NOW).document();
    }

    @Test
    void a_response_has_the_requested_document_whatever_its_status() {
        var condition = "If-None-Match: " + site.identity().entityTag();

        for (var path : List.of("/atom.xml", "/blog/atom.xml", "/feed.xml", "/atom.xml/", "/%61tom.xml")) {
            assertThat(document(Requests.get(path))).as(path).contains(site);
        }
        assertThat(document(Requests.get("/atom.xml", condition))).contains(site);
        assertThat(document(new FeedRequest("HEAD", "/atom.xml", "", name -> Optional.empty(), "")))
                .contains(site);
        assertThat(document(Requests.get("/tags/a+b/atom.xml"))).contains(combination);
    }

    @Test
    void feeds_count_as_served_when_any_request_was_answered() {
        document(Requests.get("/nothing.xml"));
        assertThat(published.isServed()).isFalse();
        service.preparedResponse(Requests.get("/nothing.xml"), NOW);
        assertThat(published.isServed()).isFalse();

        service.preparedResponse(Requests.get("/atom.xml"), NOW);
        assertThat(published.isServed()).isTrue();

        var other = new Published();
        other.publish(published.current());
        new FeedService(other, URI.create("https://example.org"), ServiceConfig.DEFAULT)
                .respond(Requests.get("/atom.xml"), NOW);
        assertThat(other.isServed()).isTrue();
    }

    @Test
    void a_response_about_no_document_has_none() {
        for (var path : List.of("/nothing.xml", "/old.xml", "/../atom.xml", "/%")) {
            assertThat(document(Requests.get(path))).as(path).isEmpty();
        }
        assertThat(document(new FeedRequest("DELETE", "/atom.xml", "", name -> Optional.empty(), "")))
                .isEmpty();
        assertThat(new FeedService(new Published(), URI.create("https://example.org"), ServiceConfig.DEFAULT)
                        .respond(Requests.get("/atom.xml"), NOW)
                        .document())
                .isEmpty();
    }

    @Test
    void a_prepared_response_equals_the_normal_one() {
        published.publish(Feeds.snapshot(site));
        for (var fields : new String[][] {
            {},
            {"Accept-Encoding: gzip"},
            {"If-None-Match: " + site.identity().entityTag()},
            {"If-None-Match: W/" + site.identity().entityTag(), "Accept-Encoding: gzip"},
            {"If-None-Match: *"},
            {"If-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT"},
        }) {
            var request = Requests.from("127.0.0.1", "/blog/atom.xml", fields);

            assertThat(service.preparedResponse(request, NOW).map(PreparedResponse::response))
                    .contains(service.respond(request, NOW));
        }
    }

    @Test
    void the_date_of_a_response_is_the_current_second() {
        published.publish(Feeds.snapshot(site));
        for (var millis : new long[] {0, 999, 1_000, 1_001, 60_000, 500}) {
            var now = NOW.plusMillis(millis);

            assertThat(service.preparedResponse(Requests.get("/atom.xml"), now)
                            .orElseThrow()
                            .response()
                            .header("Date"))
                    .contains(HttpDate.format(now));
        }
    }

    @Test
    void a_response_that_needs_compression_is_not_prepared() {
        var fresh = site.withVariants(Encodings.of(site.identity().bytes()));
        published.publish(Feeds.snapshot(fresh));
        var request = Requests.from("127.0.0.1", "/atom.xml", "Accept-Encoding: gzip");

        assertThat(service.preparedResponse(request, NOW)).isEmpty();
        assertThat(fresh.isMade()).isFalse();

        service.respond(request, NOW);
        assertThat(service.preparedResponse(request, NOW)).isPresent();
    }

    @Test
    void slow_lookups_are_not_prepared() {
        published.publish(new Snapshot(1, Map.of("atom.xml", site), path -> new Lookup.Found<>(site)));
        for (var path : new String[] {"/other.xml", "/", "/..", "/atom.xml/", "/blog/blog/atom.xml"}) {
            assertThat(service.preparedResponse(Requests.get(path), NOW))
                    .as(path)
                    .isEmpty();
        }
        assertThat(service.preparedResponse(Requests.get("/%61tom.xml"), NOW)).isPresent();
    }
}
