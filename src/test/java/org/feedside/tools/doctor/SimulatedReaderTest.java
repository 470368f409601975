package org.feedside.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.FeedPage;
import org.feedside.http.FeedService;
import org.feedside.http.Requests;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final URI FEED = URI.create("https://example.org/atom.xml");

    @ParameterizedTest
    @EnumSource
    void every_reader_gets_the_feed_and_not_its_page(SimulatedReader reader) {
        var about = new FeedPage("feeds/all", "https://example.org/feeds/all");
        var document = Documents.atom("atom.xml", NOW, "<feed/>")
                .withFeed(new FeedInfo(Optional.empty(), Optional.of(about), Optional.empty()));
        var published = new Published();
        published.publish(new Snapshot(1, Map.of("atom.xml", document), OnDemand.NONE));
        var service = new FeedService(published, URI.create("https://example.org/"), ServiceConfig.DEFAULT);

        for (var known : new Validators[] {
            new Validators(Optional.empty(), Optional.empty()), new Validators(Optional.of("\"old\""), Optional.empty())
        }) {
            var fields = reader.request(FEED, known).entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .toArray(String[]::new);

            assertThat(service.respond(Requests.of("GET", "203.0.113.5", "/atom.xml", fields), NOW)
                            .status())
                    .isEqualTo(200);
        }
    }
}
