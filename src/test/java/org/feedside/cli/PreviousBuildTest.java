package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.publishing.Manifest;
import org.feedside.testing.FolderServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builds on machines without state that continue from what a web server publishes. */
class PreviousBuildTest extends CommandRun {
    private Path deployed = Path.of("");
    private Optional<FolderServer> server = Optional.empty();
    private int builds;

    @BeforeEach
    void start() throws IOException {
        write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"T\"\ngenerate_feeds = true\n");
        for (var day = 1; day <= 5; day++) {
            post(day, "Text");
        }
        deployed = Files.createDirectory(site.resolve("deployed"));
        server = Optional.of(FolderServer.of(deployed));
    }

    @AfterEach
    void stop() {
        server.ifPresent(FolderServer::close);
    }

    private void post(int day, String text) throws IOException {
        write(
                "content/post-%d.md".formatted(day),
                "+++\ntitle = \"Post\"\ndate = 2025-01-0%d\n+++\n%s\n".formatted(day, text));
    }

    private FolderServer server() {
        return server.orElseThrow();
    }

    /** Builds into an empty folder. */
    private Path built(int exitCode, String... more) throws IOException {
        var built = Files.createDirectory(site.resolve("built-" + builds++));
        var arguments = new ArrayList<>(List.of(
                "build",
                site.toString(),
                "--output",
                built.toString(),
                "--previous",
                server().address().toString()));
        arguments.addAll(List.of(more));
        assertThat(feedside(arguments.toArray(String[]::new)))
                .as(err.toString())
                .isEqualTo(exitCode);
        return built;
    }

    private void deploy(Path built) throws IOException {
        for (var file : files(built).entrySet()) {
            var target = deployed.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElseThrow());
            Files.writeString(target, file.getValue());
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void a_site_that_publishes_nothing_is_built_for_the_first_time() throws IOException {
        var built = built(0);

        assertThat(files(built)).containsKeys("atom.xml", Manifest.PATH, "feeds/index.html");
        assertThat(files(built).get(Manifest.PATH))
                .contains("\"generation\": 1,")
                .doesNotContain(".md");
        assertThat(server().requests())
                .singleElement()
                .satisfies(fields -> assertThat(fields.get("Cache-control")).containsExactly("no-cache"));
    }

    @Test
    void what_has_not_changed_keeps_its_bytes() throws IOException {
        deploy(built(0));

        assertThat(files(built(0))).isEqualTo(files(deployed));
    }

    @Test
    void an_edit_moves_the_date_of_the_feed_and_the_generation() throws IOException {
        deploy(built(0));
        post(5, "More text");

        var built = files(built(0));

        // The newest post is of 2025; the date of the edit is later.
        assertThat(files(deployed).get("atom.xml")).contains("<updated>2025-01-05T00:00:00+00:00</updated>\n<entry");
        assertThat(built.get("atom.xml"))
                .contains("More text")
                .doesNotContain("<updated>2025-01-05T00:00:00+00:00</updated>\n<entry");
        assertThat(built.get(Manifest.PATH)).contains("\"generation\": 2,");
    }

    @Test
    void a_server_that_fails_stops_the_build() throws IOException {
        deploy(built(0));
        server().respondWith(503);

        assertThat(built(2)).isEmptyDirectory();
        assertThat(err.toString())
                .endsWith(
                        "error: the published manifest %sfeeds/published.json cannot be read (the server answers 503), so nothing is written: try again, or omit --previous if the feeds have no subscribers yet\n"
                                .formatted(server().address()));
    }

    @Test
    void a_server_that_is_away_stops_the_build() throws IOException {
        server().close();

        assertThat(built(2)).isEmptyDirectory();
        assertThat(err.toString()).contains("(no connection)");
    }

    @Test
    void another_file_in_place_of_the_manifest_stops_the_build() throws IOException {
        write("deployed/" + Manifest.PATH, "<h1>Welcome</h1>");

        assertThat(built(2)).isEmptyDirectory();
        assertThat(err.toString()).contains("(it is not a manifest of Feedside)");
    }

    @Test
    void most_posts_disappear_only_on_request() throws IOException {
        deploy(built(0));
        for (var day = 1; day <= 4; day++) {
            Files.delete(site.resolve("content/post-%d.md".formatted(day)));
        }

        assertThat(built(2)).isEmptyDirectory();
        assertThat(err.toString()).contains("4 of 5 posts would disappear at once", "--accept-shrink");
        assertThat(files(built(0, "--accept-shrink")).get("atom.xml")).containsOnlyOnce("<entry");
    }

    @Test
    void a_published_post_with_an_error_stops_the_build() throws IOException {
        deploy(built(0));
        write("content/post-3.md", "+++\ntitle = \"Post\n");

        assertThat(built(2)).isEmptyDirectory();
        assertThat(err.toString())
                .contains("post-3.md:1:1: error: the front matter that opens here is not closed")
                .endsWith(
                        "error: 1 published post would be missing, perhaps because of these problems, so nothing is written: solve them, or add --accept-shrink if the removal is intended\n");
    }

    @Test
    void options_that_exclude_each_other_are_refused() {
        var url = server().address().toString();
        assertThat(feedside("build", site.toString(), "--previous", url)).isEqualTo(2);
        assertThat(feedside("build", site.toString(), "--output", "x", "--previous", url, "--state", "y"))
                .isEqualTo(2);
        assertThat(feedside("build", site.toString(), "--output", "x", "--previous", "example.org"))
                .isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "error: --state and --previous need --output; see `feedside build --help`",
                        "error: --state and --previous exclude each other; see `feedside build --help`",
                        "error: --previous needs the base_url of the site, such as https://example.org/; see `feedside build --help`");
    }
}
