package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.feedside.publishing.Document;
import org.feedside.publishing.Lookup;
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
                path -> path.equals(combination.path()) ? new Lookup.Found(combination) : new Lookup.NotFound()));
        return service.respond(request, NOW).document();
    }

    @Test
    void a_response_has_the_requested_document_whatever_its_status() {
        var condition = "If-None-Match: " + site.identity().entityTag();

        for (var path : List.of("/atom.xml", "/blog/atom.xml", "/feed.xml", "/atom.xml/", "/%61tom.xml")) {
            assertThat(document(Requests.get(path))).as(path).contains(site);
        }
        assertThat(document(Requests.get("/atom.xml", condition))).contains(site);
        assertThat(document(new FeedRequest("HEAD", "/atom.xml", name -> Optional.empty(), "")))
                .contains(site);
        assertThat(document(Requests.get("/tags/a+b/atom.xml"))).contains(combination);
    }

    @Test
    void a_response_about_no_document_has_none() {
        for (var path : List.of("/nothing.xml", "/old.xml", "/../atom.xml", "/%")) {
            assertThat(document(Requests.get(path))).as(path).isEmpty();
        }
        assertThat(document(new FeedRequest("DELETE", "/atom.xml", name -> Optional.empty(), "")))
                .isEmpty();
        assertThat(new FeedService(new Published(), URI.create("https://example.org"), ServiceConfig.DEFAULT)
                        .respond(Requests.get("/atom.xml"), NOW)
                        .document())
                .isEmpty();
    }
}
