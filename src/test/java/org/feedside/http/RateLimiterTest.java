package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.feedside.config.ServiceConfig;
import org.feedside.publishing.Published;
import org.feedside.testing.Documents;
import org.feedside.testing.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final URI BASE_URL = URI.create("https://example.org/blog");
    private static final ServiceConfig SETTINGS = ServiceConfig.DEFAULT;
    private final Published published = new Published();
    private final FeedService service = new FeedService(published, BASE_URL, SETTINGS);
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    @BeforeEach
    void publish() {
        published.publish(
                Feeds.snapshot(Feeds.atom("atom.xml", "<feed>1</feed>"), Feeds.atom("rss.xml", "<rss>1</rss>")));
    }

    @Test
    void the_fifth_download_in_an_hour_gets_429() {
        assertThat(downloads(4)).containsOnly(200);

        now = now.plus(Duration.ofMinutes(30));
        var fifth = service.respond(Requests.get("/atom.xml"), now);

        assertThat(fifth.status()).isEqualTo(429);
        assertThat(fifth.header("Retry-After")).contains("1800");
        assertThat(fifth.document()).isEqualTo(published.current().find("atom.xml"));
    }

    @Test
    void a_client_that_waits_for_retry_after_is_served() {
        downloads(5);

        now = now.plus(Duration.ofMinutes(60)).minusMillis(1);
        assertThat(service.respond(Requests.get("/atom.xml"), now).header("Retry-After"))
                .contains("1");

        now = now.plusMillis(1);
        assertThat(downloads(4)).containsOnly(200);
    }

    @Test
    void every_coding_and_spelling_of_the_path_counts_as_one_document() {
        for (var path : List.of("/atom.xml", "/blog/atom.xml", "/%61tom.xml", "/atom.xml")) {
            assertThat(status(Requests.get(path, "Accept-Encoding: gzip"))).isEqualTo(200);
        }

        assertThat(status(Requests.get("/atom.xml"))).isEqualTo(429);
    }

    @Test
    void other_feeds_and_new_versions_are_not_limited() {
        downloads(5);

        assertThat(status(Requests.get("/rss.xml"))).isEqualTo(200);

        published.publish(Feeds.snapshot(Feeds.atom("atom.xml", "<feed>2</feed>")));
        assertThat(downloads(4)).containsOnly(200);
    }

    @Test
    void a_version_that_returns_counts_as_new() {
        downloads(5);

        var same = Feeds.atom("atom.xml", "<feed>1</feed>");
        published.publish(Feeds.snapshot(Documents.published(
                same.path(),
                same.url(),
                same.mediaType(),
                same.lastModified().orElseThrow().plusSeconds(1),
                same.identity().bytes())));

        assertThat(downloads(4)).containsOnly(200);
    }

    @Test
    void conditional_requests_are_not_limited() {
        var tag = service.respond(Requests.get("/atom.xml"), now).header("ETag").orElseThrow();

        for (var i = 0; i < 1000; i++) {
            assertThat(status(Requests.get("/atom.xml", "If-None-Match: " + tag)))
                    .isEqualTo(304);
        }
        assertThat(downloads(3)).containsOnly(200);
    }

    @Test
    void an_ipv6_network_is_one_client() {
        for (var i = 0; i < 4; i++) {
            assertThat(status(Requests.from("2001:db8::" + i, "/atom.xml"))).isEqualTo(200);
        }

        assertThat(status(Requests.from("2001:db8:0:0:9::", "/atom.xml"))).isEqualTo(429);
        assertThat(status(Requests.from("2001:db8:0:1::", "/atom.xml"))).isEqualTo(200);
    }

    @Test
    void local_addresses_and_the_feed_validator_are_never_limited() {
        for (var i = 0; i < 100; i++) {
            assertThat(status(Requests.from("192.168.1.2", "/atom.xml"))).isEqualTo(200);
            assertThat(status(Requests.get("/atom.xml", "User-Agent: FeedValidator/1.3")))
                    .isEqualTo(200);
        }
    }

    @Test
    void a_clock_that_was_set_back_resets_the_limit() {
        downloads(5);

        now = now.minus(Duration.ofDays(1));

        assertThat(downloads(4)).containsOnly(200);
    }

    @Test
    void the_rate_limit_can_be_disabled() {
        var unlimited = new FeedService(published, BASE_URL, Settings.of("http.burst = 0"));

        for (var i = 0; i < 100; i++) {
            assertThat(unlimited.respond(Requests.get("/atom.xml"), now).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_flood_of_addresses_limits_no_innocent_client() {
        for (var i = 0; i < 30_000; i++) {
            var address = "203.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255);

            assertThat(status(Requests.from(address, "/atom.xml"))).isEqualTo(200);
        }
    }

    @Test
    void concurrent_downloads_are_counted_exactly() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var responses = new ArrayList<Future<Integer>>();
            for (var i = 0; i < 1000; i++) {
                responses.add(threads.submit(() -> status(Requests.get("/atom.xml"))));
            }

            var served = 0;
            for (var response : responses) {
                served += response.get() == 200 ? 1 : 0;
            }
            assertThat(served).isEqualTo(4);
        } finally {
            threads.shutdown();
        }
    }

    private int status(FeedRequest request) {
        return service.respond(request, now).status();
    }

    private List<Integer> downloads(int count) {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < count; i++) {
            statuses.add(status(Requests.get("/atom.xml")));
        }
        return statuses;
    }
}
