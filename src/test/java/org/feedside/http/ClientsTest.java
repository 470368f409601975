package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Lookup;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** With the default settings, readers get feeds and browsers get pages, from a real server, with and without the fast path. */
class ClientsTest {
    private static final FeedPage ABOUT = new FeedPage("feeds/all", "https://example.org/feeds/all");
    private static final String[] CHROME = {
        "Accept: text/html,*/*;q=0.8", "Sec-Fetch-Dest: document", "Sec-Fetch-Mode: navigate"
    };

    private final Published published = new Published();
    private final HttpServer direct = server(true);
    private final HttpServer javalin = server(false);

    private HttpServer server(boolean fastPath) {
        var service = new FeedService(published, URI.create("https://example.org/"), ServiceConfig.DEFAULT);
        return TestServer.of(service, InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")), fastPath);
    }

    @BeforeEach
    void start() throws StartException {
        var feed = Feeds.atom("atom.xml", "<feed>1</feed>")
                .withFeed(new FeedInfo(Optional.of("https://example.org/"), Optional.of(ABOUT), Optional.empty()));
        OnDemand pages = path -> path.equals(ABOUT.path())
                ? new Lookup.Found<>(
                        Document.forPage(ABOUT, "text/html; charset=utf-8", Bytes.utf8("<p>1</p>"), Document.Kind.PAGE))
                : new Lookup.NotFound<>();
        published.publish(new Snapshot(1, Map.of(feed.path(), feed), pages));
        direct.start();
        javalin.start();
    }

    @AfterEach
    void stop() {
        direct.close();
        javalin.close();
    }

    @ParameterizedTest
    @RowSource("http/browsers")
    void each_client_gets_what_it_can_show(Row row) throws IOException {
        for (var server : new HttpServer[] {direct, javalin}) {
            try (var wire = new Wire(server.port())) {
                var fields = row.cells().subList(2, row.cells().size()).toArray(String[]::new);
                var response = wire.get("/atom.xml", fields);

                if (row.text(0).equals("feed")) {
                    assertThat(response.status()).isEqualTo(200);
                    assertThat(response.header("Content-Type")).startsWith("application/atom+xml");
                    assertThat(response.header("Vary")).isEqualTo("Accept-Encoding, A-IM, Sec-Fetch-Dest");
                } else {
                    assertThat(response.status()).isEqualTo(302);
                    assertThat(response.header("Location")).isEqualTo("./feeds/all");
                    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
                    assertThat(response.header("ETag")).isEqualTo("-");
                    assertThat(response.header("Vary")).isEqualTo("Sec-Fetch-Dest");
                }
            }
        }
    }

    @Test
    void no_validator_of_one_is_taken_for_the_other() throws IOException {
        for (var server : new HttpServer[] {direct, javalin}) {
            try (var wire = new Wire(server.port())) {
                var feed = wire.get("/atom.xml");
                var page = wire.get("/feeds/all", CHROME);
                var ofFeed = "If-None-Match: " + feed.header("ETag");
                var ofPage = "If-None-Match: " + page.header("ETag");
                var date = "If-Modified-Since: " + feed.header("Last-Modified");

                assertThat(page.status()).isEqualTo(200);
                // A browser that fetched the feed revalidates it with its tag when the user follows the link to it.
                for (var validator : new String[] {ofFeed, ofPage, date, "If-None-Match: *"}) {
                    assertThat(wire.get("/atom.xml", CHROME[0], CHROME[1], CHROME[2], validator)
                                    .status())
                            .as(validator)
                            .isEqualTo(302);
                }
                assertThat(wire.get("/atom.xml", ofFeed).status()).isEqualTo(304);
                assertThat(wire.get("/atom.xml", date).status()).isEqualTo(304);
                assertThat(wire.get("/atom.xml", ofPage).status()).isEqualTo(200);
                assertThat(wire.get("/feeds/all", ofFeed).status()).isEqualTo(200);
                assertThat(wire.get("/feeds/all", ofPage).status()).isEqualTo(304);
            }
        }
    }
}
