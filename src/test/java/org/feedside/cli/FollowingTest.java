package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.following.FolderSource;
import org.feedside.following.FollowedSource;
import org.feedside.following.HttpSource;
import org.feedside.following.Source;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.ServiceOptions;
import org.feedside.testing.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A publisher, and services that follow it, on loopback and in real folders; each refreshes when the test says so. */
class FollowingTest extends CommandRun {
    private static final List<String> POLLED = List.of("/atom.xml", "/rss.xml", "/feed.json", "/tags/a/atom.xml");

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Service> services = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private Optional<Service> current = Optional.empty();

    @BeforeEach
    void publish() throws IOException {
        write("zola.toml", """
                base_url = "https://example.org/blog"
                title = "Example"
                generate_feeds = true
                taxonomies = [{ name = "tags", feed = true }]
                """);
        post("one", 1, "a");
        post("two", 2, "a", "b");
        current = Optional.of(start("publisher", Origin.POSTS));
        refresh(publisher());
    }

    @AfterEach
    void stop() {
        services.forEach(Service::close);
    }

    private Service publisher() {
        return current.orElseThrow();
    }

    private void post(String name, int day, String... tags) throws IOException {
        var list = List.of(tags).stream().map(tag -> "'" + tag + "'").collect(Collectors.joining(", "));
        write(
                "content/%s.md".formatted(name),
                "+++\ntitle = \"%s\"\ndate = 2025-01-0%d\ntaxonomies.tags = [%s]\n+++\nText\n"
                        .formatted(name, day, list));
    }

    /** Starts a service with a feeds folder of this name. */
    private Service start(String name, Origin origin) throws IOException {
        var service = new Service(options(name), origin);
        services.add(service);
        assertThat(service.start()).isEmpty();
        return service;
    }

    private ServiceOptions options(String name) {
        return new ServiceOptions(
                new SystemDisk(),
                clock,
                new SiteFolder(site, Optional.empty(), Optional.empty()),
                folder.resolve(name),
                new BuildOptions(false, ZoneOffset.UTC),
                ServiceConfig.DEFAULT.withHostAndPort("127.0.0.1", 0).withSettle(Duration.ZERO),
                false,
                false,
                Progress.NONE,
                RenderWatch.NONE);
    }

    private Service follower(String name, Source source) throws IOException {
        return start(
                name,
                new Origin(
                        Optional.of(new FollowedSource(
                                source, "the publisher", Duration.ofSeconds(2), Duration.ofSeconds(30), 2)),
                        Optional.empty()));
    }

    private Source http() {
        return new HttpSource(address(publisher()));
    }

    private Source folderSource() {
        return new FolderSource(new SystemDisk(), folder.resolve("publisher"));
    }

    private static URI address(Service service) {
        return URI.create("http://127.0.0.1:" + service.port());
    }

    private void refresh(Service service) {
        assertThat(service.refresh())
                .satisfies(result -> assertThat(result.problems()).isEmpty())
                .extracting(RefreshResult::kind)
                .isEqualTo(RefreshResult.Kind.CURRENT);
    }

    private HttpResponse<String> get(Service service, String path, String... fields) throws Exception {
        var request = HttpRequest.newBuilder(address(service).resolve(path));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Returns everything about a response except the time at which it was sent. */
    private static List<Object> comparable(HttpResponse<String> response) {
        Map<String, List<String>> fields = new TreeMap<>(response.headers().map());
        fields.remove("date");
        return List.of(response.statusCode(), HttpHeaders.of(fields, (a, b) -> true), response.body());
    }

    private void assertSameResponses(Service one, Service other, List<String> paths) throws Exception {
        for (var path : paths) {
            assertThat(comparable(get(other, path))).as(path).isEqualTo(comparable(get(one, path)));
        }
    }

    @Test
    void a_follower_sends_the_same_responses_as_the_publisher() throws Exception {
        var follower = follower("follower", http());
        refresh(follower);

        assertSameResponses(publisher(), follower, POLLED);
        assertSameResponses(
                publisher(),
                follower,
                List.of(
                        "/blog/atom.xml",
                        "/feeds/published.json",
                        "/tags/a+b/atom.xml",
                        "/tags/b+a/atom.xml",
                        "/feeds/",
                        "/feeds/all",
                        "/feeds/tags/a/",
                        "/feeds",
                        "/feeds/?tags-all=a&tags-without=b",
                        "/tags/c/atom.xml",
                        "/nothing"));
    }

    @Test
    void its_folder_is_a_copy_of_the_publishers() throws IOException {
        var follower = follower("follower", folderSource());
        refresh(follower);

        assertThat(files("follower")).isEqualTo(files("publisher"));
    }

    private Map<String, List<Object>> files(String name) throws IOException {
        var root = folder.resolve(name);
        try (var all = Files.walk(root)) {
            var files = new TreeMap<String, List<Object>>();
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var path = root.relativize(file).toString();
                if (!path.startsWith(".feedside")) {
                    files.put(
                            path,
                            path.equals(Manifest.PATH)
                                    ? List.of(Files.readString(file))
                                    : List.of(Files.readString(file), Files.getLastModifiedTime(file)));
                }
            }
            return files;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_change_replaces_only_the_changed_documents(boolean isHttp) throws Exception {
        var follower = follower("follower", isHttp ? http() : folderSource());
        refresh(follower);
        var before = bytes(follower, "tags/a/atom.xml");
        var tag = document(follower, "atom.xml").identity().entityTag();

        clock.advance(Duration.ofMinutes(1));
        post("three", 3, "b");
        refresh(publisher());
        refresh(follower);

        assertSameResponses(publisher(), follower, POLLED);
        assertThat(bytes(follower, "tags/a/atom.xml")).isSameAs(before);
        assertThat(get(follower, "/atom.xml", "A-IM", "feed", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(226);
    }

    private static Map<String, Document> documents(Service service) {
        return service.published().current().documents().stream().collect(Collectors.toMap(Document::path, d -> d));
    }

    private static Document document(Service service, String path) {
        return service.published().current().find(path).orElseThrow();
    }

    private static Bytes bytes(Service service, String path) {
        return document(service, path).identity().bytes();
    }

    @Test
    void a_follower_starts_from_its_own_copy_while_the_publisher_is_away() throws Exception {
        var first = follower("follower", http());
        refresh(first);
        clock.advance(Duration.ofMinutes(1));
        post("three", 3, "b");
        refresh(publisher());
        refresh(first);
        var before = new ArrayList<List<Object>>();
        for (var path : POLLED) {
            before.add(comparable(get(first, path)));
        }
        first.close();
        var source = http();
        publisher().close();

        var second = follower("follower", source);
        var result = second.refresh();

        for (int i = 0; i < POLLED.size(); i++) {
            assertThat(comparable(get(second, POLLED.get(i)))).isEqualTo(before.get(i));
        }
        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.problems())
                .singleElement()
                .hasToString("the publisher:1:1: error: no connection: the last publication stays");
        var combination = get(second, "/tags/a+b/atom.xml");
        assertThat(combination.statusCode()).isEqualTo(503);
        assertThat(combination.headers().firstValue("Retry-After")).contains("10");
        assertThat(get(second, "/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void files_that_a_crash_has_torn_are_downloaded_again() throws Exception {
        var first = follower("follower", http());
        refresh(first);
        first.close();
        Files.writeString(folder.resolve("follower/atom.xml"), "<feed");
        Files.delete(folder.resolve("follower/rss.xml"));

        var second = follower("follower", http());
        assertThat(get(second, "/atom.xml").statusCode()).isEqualTo(503);
        refresh(second);

        assertSameResponses(publisher(), second, POLLED);
        assertThat(files("follower")).isEqualTo(files("publisher"));
    }

    @Test
    void a_publication_whose_files_were_not_written_is_complete_after_a_restart_without_the_publisher()
            throws Exception {
        var first = follower("follower", http());
        refresh(first);
        clock.advance(Duration.ofMinutes(1));
        post("three", 3, "b");
        refresh(publisher());
        var file = folder.resolve("follower/atom.xml");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(first.refresh().problems()).isNotEmpty();
        var before = List.of(comparable(get(first, "/atom.xml")), comparable(get(first, "/feeds/published.json")));
        first.close();
        var source = http();
        publisher().close();

        var second = follower("follower", source);

        assertThat(List.of(comparable(get(second, "/atom.xml")), comparable(get(second, "/feeds/published.json"))))
                .isEqualTo(before);
        assertThat(before.get(0).toString()).contains("three");
    }

    @Test
    void a_document_that_does_not_match_the_manifest_is_never_served() throws Exception {
        var follower = follower("follower", folderSource());
        refresh(follower);
        var before = get(follower, "/atom.xml").body();
        clock.advance(Duration.ofMinutes(1));
        post("three", 3, "b");
        refresh(publisher());
        Files.writeString(folder.resolve("publisher/tags/b/rss.xml"), "<rss/>");

        var result = follower.refresh();

        assertThat(result.problems())
                .singleElement()
                .asString()
                .contains("tags/b/rss.xml is another version than the manifest says");
        assertThat(get(follower, "/atom.xml").body()).isEqualTo(before);
    }

    @Test
    void a_publisher_without_its_state_is_not_followed() throws Exception {
        var follower = follower("follower", folderSource());
        refresh(follower);
        var before = documents(follower);
        publisher().close();
        clock.advance(Duration.ofMinutes(1));
        post("three", 3, "b");
        current = Optional.of(start("second", Origin.POSTS));
        refresh(publisher());
        Files.move(folder.resolve("publisher"), folder.resolve("old"));
        Files.move(folder.resolve("second"), folder.resolve("publisher"));

        var result = follower.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.problems())
                .singleElement()
                .asString()
                .contains(
                        "by another publisher (started 2026-03-01T12:01:00Z) than the one that is followed (started 2026-03-01T12:00:00Z)");
        assertThat(documents(follower)).isEqualTo(before);
    }

    @Test
    void a_publisher_that_continues_from_a_follower_is_followed() throws Exception {
        var follower = follower("follower", http());
        refresh(follower);
        var ahead = follower("ahead", http());
        refresh(ahead);
        clock.advance(Duration.ofMinutes(1));
        post("three", 3, "b");
        refresh(publisher());
        refresh(ahead);
        publisher().close();

        clock.advance(Duration.ofMinutes(1));
        var previous = new Origin(Optional.empty(), Optional.of(address(follower)));
        current = Optional.of(start("promoted", previous));
        // Its dates are those of its start, and the next ones are later.
        clock.advance(Duration.ofSeconds(1));
        refresh(publisher());
        for (var name : List.of("follower", "ahead")) {
            (name.equals("ahead") ? ahead : follower).close();
            var again = follower(name, http());
            refresh(again);
            assertSameResponses(publisher(), again, POLLED);
            assertThat(again.published().current().generation()).isGreaterThan(1_000);
        }

        publisher().close();
        current = Optional.of(start("promoted", previous));
        refresh(publisher());
        assertThat(publisher().published().current().generation()).isLessThan(1_010);
    }

    @Test
    void a_follower_can_be_followed() throws Exception {
        var first = follower("first", http());
        refresh(first);
        var second = follower("second", new HttpSource(address(first)));
        refresh(second);

        assertSameResponses(publisher(), second, POLLED);
        assertSameResponses(publisher(), second, List.of("/tags/a+b/atom.xml", "/feeds/published.json"));
    }

    @Test
    void a_follower_that_has_nothing_yet_answers_503() throws Exception {
        var follower = follower("follower", new FolderSource(new SystemDisk(), folder.resolve("empty")));
        var result = follower.refresh();

        assertThat(result.problems())
                .singleElement()
                .asString()
                .contains("published.json does not exist: the last publication stays");
        assertThat(get(follower, "/atom.xml").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--follow=ftp://example.org/",
                "--follow=http://example.org/?a",
                "--follow=pub --drafts",
                "--follow=pub --base-url=https://example.org",
                "--follow=pub --previous=https://example.org",
                "--follow=pub --follow-interval=0",
                "--follow-interval=2",
                "--previous=example.org",
            })
    void wrong_options_are_refused(String options) {
        var arguments = new ArrayList<>(List.of("serve", site.toString(), "--port=0"));
        arguments.addAll(List.of(options.split(" ")));

        assertThat(feedside(arguments.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--");
    }
}
