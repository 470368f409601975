package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.feedside.testing.ServiceProcess;
import org.feedside.testing.TestHub;
import org.feedside.testing.TestHub.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real process with a real hub: which notifications the hub gets, and when, also after failures of either. */
class PingProcessTest extends ServiceProcess {
    private static final String BASE = "https://example.org/";

    private final TestHub hub;

    PingProcessTest() throws IOException {
        hub = TestHub.start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private void chooseHub() throws IOException {
        write("feedside.toml", "hub = \"%s\"\n".formatted(hub.address()));
    }

    /** The URLs of a post's feeds: the site's and those of its tag. */
    private static List<String> feedsOf(String tag) {
        return Stream.of("", "tags/" + tag + "/")
                .flatMap(folder -> Stream.of("atom.xml", "feed.json", "rss.xml").map(folder::concat))
                .map(BASE::concat)
                .toList();
    }

    private void build() throws IOException, InterruptedException {
        assertThat(feedside("build", site.toString()).waitFor()).isZero();
    }

    /** Starts a service whose hub was notified of all feeds. */
    private Service serveAndTell() throws IOException, InterruptedException {
        chooseHub();
        var service = serve();
        hub.topics(9);
        assertThat(prints(service, "notified the hub of 9 documents")).isTrue();
        return service;
    }

    @Test
    void the_hub_is_notified_of_the_first_publication_and_of_changes_only() throws Exception {
        chooseHub();

        var service = serve();
        assertThat(hub.topics(9))
                .containsExactlyElementsOf(Stream.concat(feedsOf("a").stream(), feedsOf("b").stream())
                        .distinct()
                        .sorted()
                        .toList());
        assertThat(prints(service, "notified the hub of 9 documents")).isTrue();
        post("one", "Edited.", "a");
        assertThat(hub.topics(6)).containsExactlyElementsOf(feedsOf("a"));
        assertThat(prints(service, "notified the hub of 6 documents")).isTrue();

        assertThat(hub.remaining()).isEmpty();
    }

    @Test
    void the_new_bytes_are_served_before_the_hub_is_notified() throws Exception {
        var service = serveAndTell();
        var seen = new LinkedBlockingQueue<String>();
        hub.respond((ping, exchange) -> {
            var path = URI.create(ping.topic()).getPath();
            seen.add(get(service, path).body());
            TestHub.status(202).respond(ping, exchange);
        });

        post("one", "Fetched by the hub.", "a");

        assertThat(hub.topics(6)).containsExactlyElementsOf(feedsOf("a"));
        for (int i = 0; i < 6; i++) {
            assertThat(seen.poll(30, TimeUnit.SECONDS)).contains("Fetched by the hub.");
        }
    }

    @Test
    void feeds_name_the_notified_hub_until_the_next_start() throws Exception {
        var service = serveAndTell();

        write("feedside.toml", "hub = \"https://another.example/\"\n");
        post("one", "Edited.", "a");

        assertThat(hub.topics(6)).containsExactlyElementsOf(feedsOf("a"));
        assertThat(get(service, "/atom.xml").body())
                .contains("Edited.")
                .contains("rel=\"hub\" href=\"%s\"".formatted(hub.address()))
                .doesNotContain("another.example");
    }

    @Test
    void with_drafts_no_hub_is_named() throws Exception {
        chooseHub();

        var service = serve("--drafts");

        var feed = get(service, "/atom.xml");
        assertThat(feed.body()).contains("rel=\"self\"").doesNotContain("rel=\"hub\"");
        assertThat(feed.headers().firstValue("Link").orElseThrow()).doesNotContain("rel=\"hub\"");
    }

    @Test
    void responses_have_link_headers_for_hub_and_self() throws Exception {
        var service = serveAndTell();

        var links = get(service, "/tags/a/atom.xml").headers().firstValue("Link");

        assertThat(links.orElseThrow())
                .contains("<%s>; rel=\"hub\"".formatted(hub.address()))
                .contains("<%stags/a/atom.xml>; rel=\"self\"".formatted(BASE));
    }

    @Test
    void a_kill_between_publication_and_ping_loses_no_ping() throws Exception {
        var first = serveAndTell();
        hub.respond(TestHub.noResponse());
        post("one", "Published, not told.", "a");
        await(first, "/tags/a/rss.xml", body -> body.contains("Published, not told."));
        hub.next();

        first.process().destroyForcibly().waitFor();
        hub.remaining();
        hub.respond(TestHub.status(202));
        var second = serve();

        assertThat(hub.topics(6)).containsExactlyElementsOf(feedsOf("a"));
        assertThat(prints(second, "notified the hub of 6 documents")).isTrue();
        assertThat(hub.remaining()).isEmpty();
    }

    @Test
    void a_kill_after_the_very_first_publication_loses_no_ping() throws Exception {
        hub.respond(TestHub.status(503));
        chooseHub();
        var first = serve();
        assertThat(prints(first, "the hub could not be notified of 9 documents (it answers 503), next attempt in 10 s"))
                .isTrue();

        first.process().destroyForcibly().waitFor();
        hub.remaining();
        hub.respond(TestHub.status(202));
        serve();

        assertThat(hub.topics(9)).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void a_hub_that_is_configured_later_is_notified_of_all_feeds_and_then_of_changes() throws Exception {
        serve().process().destroyForcibly().waitFor();
        var service = serveAndTell();

        post("two", "Edited.", "b");

        assertThat(hub.topics(6)).containsExactlyElementsOf(feedsOf("b"));
        assertThat(prints(service, "notified the hub of 6 documents")).isTrue();
        assertThat(hub.remaining()).isEmpty();
    }

    @Test
    void a_hub_that_is_configured_while_serving_is_used_after_the_restart() throws Exception {
        var first = serve();
        chooseHub();
        post("one", "Edited.", "a");
        await(first, "/atom.xml", body -> body.contains("Edited."));
        assertThat(get(first, "/atom.xml").body()).doesNotContain(hub.address().toString());
        first.process().destroyForcibly().waitFor();

        var second = serve();

        assertThat(hub.topics(9)).hasSize(9).doesNotHaveDuplicates();
        assertThat(get(second, "/tags/b/rss.xml").body()).contains(hub.address().toString());
    }

    @Test
    void a_hub_that_was_first_named_by_build_is_notified_of_all_feeds_by_serve() throws Exception {
        chooseHub();
        build();

        serve();

        assertThat(hub.topics(9)).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void changes_of_build_are_notified_at_the_next_start_of_serve() throws Exception {
        serveAndTell().process().destroyForcibly().waitFor();
        post("one", "Built.", "a");
        build();
        assertThat(hub.remaining()).isEmpty();

        serve();

        assertThat(hub.topics(6)).containsExactlyElementsOf(feedsOf("a"));
    }

    @Test
    void a_broken_record_is_reported_and_loses_no_ping() throws Exception {
        serveAndTell().process().destroyForcibly().waitFor();
        Files.writeString(site.resolve("feeds/.feedside/pings"), "garbage");

        var service = serve();
        assertThat(hub.topics(9)).hasSize(9).doesNotHaveDuplicates();
        assertThat(prints(service, "notified the hub of 9 documents")).isTrue();
        post("one", "Edited.", "a");

        assertThat(hub.topics(6)).containsExactlyElementsOf(feedsOf("a"));
    }

    @Test
    void serve_stops_cleanly_although_the_hub_hangs() throws Exception {
        hub.respond(TestHub.noResponse());
        chooseHub();
        var service = serve();
        hub.next();

        var before = System.nanoTime();
        service.terminate();

        assertThat(service.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before)).isLessThan(4);
        assertThat(prints(service, "stopped")).isTrue();
    }

    @Test
    void a_private_preview_of_drafts_notifies_no_hub() throws Exception {
        chooseHub();
        var feeds = site.resolve("private").toString();

        var service = serve("--drafts", "--feeds", feeds);
        post("one", "Edited.", "a");
        await(service, "/atom.xml", body -> body.contains("Edited."));
        service.process().destroy();
        service.process().waitFor();

        assertThat(hub.remaining()).extracting(Received::topic).isEmpty();
        assertThat(Path.of(feeds, ".feedside/pings")).doesNotExist();
    }
}
