package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.LastFound;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of enclosures on a real disk, with real links. */
class EnclosureFilesTest {
    private static final String LEADS_OUT =
            "a.md:3:1: warning: `%s` is a link, or is reached through a link, that leads out of the site's folder: replace the link with its target, set follow_links = true in feedside.toml, or write its `length` in bytes; until then the length is 0";

    @TempDir
    private Path world = Path.of("");

    private Path site = Path.of("");

    @BeforeEach
    void site() throws IOException {
        site = Files.createDirectories(world.resolve("site"));
        Files.createDirectories(site.resolve("content/a"));
        Files.createDirectories(site.resolve("static"));
        Files.createDirectories(world.resolve("secrets"));
        Files.writeString(site.resolve("zola.toml"), "base_url = 'https://example.org'\n");
        Files.writeString(world.resolve("secrets/1.mp3"), "secret");
        Files.writeString(world.resolve("1.mp3"), "secret");
    }

    private EnclosureLengths lengths(String... urls) {
        var disk = new SystemDisk();
        var configuration = new SiteFolder(site, Optional.empty(), Optional.empty()).read(disk);
        return EnclosureFiles.measure(
                disk,
                site,
                configuration.value().orElseThrow(),
                Arrays.stream(urls).map(EnclosureFilesTest::page).toList(),
                LastFound.once());
    }

    private Optional<Long> length(String url) {
        return Optional.ofNullable(lengths(url).known().get(enclosure(url)));
    }

    private static PageEnclosure enclosure(String url) {
        return page(url).enclosure().orElseThrow();
    }

    private static Page page(String url) {
        var text = "+++\ndate = 2025-01-15\nextra.enclosure = '%s'\n+++\n".formatted(url);
        return (Page) new ZolaConventions()
                .read(new SourcePath("a/index.md"), "a.md", text.getBytes(StandardCharsets.UTF_8), List.of())
                .value()
                .orElseThrow();
    }

    private void link(String from, Path to) throws IOException {
        Files.createSymbolicLink(site.resolve(from), to);
    }

    @Test
    void a_link_within_the_site_is_followed() throws IOException {
        Files.writeString(site.resolve("static/1.mp3"), "12345");
        link("content/a/1.mp3", Path.of("../../static/1.mp3"));

        assertThat(length("1.mp3")).contains(5L);
    }

    @Test
    void a_link_out_of_the_site_is_not_followed() throws IOException {
        link("static/1.mp3", world.resolve("secrets/1.mp3"));
        link("content/a/1.mp3", Path.of("../../../secrets/1.mp3"));

        assertUnknown("/1.mp3", LEADS_OUT.formatted("1.mp3"));
        assertUnknown("1.mp3", LEADS_OUT.formatted("1.mp3"));
    }

    @Test
    void a_folder_that_is_a_link_out_of_the_site_is_not_followed() throws IOException {
        link("static/audio", world.resolve("secrets"));
        link("content/a/audio", world.resolve("secrets"));

        assertUnknown("/audio/1.mp3", LEADS_OUT.formatted("audio/1.mp3"));
        assertUnknown("audio/1.mp3", LEADS_OUT.formatted("audio/1.mp3"));
    }

    @Test
    void a_chain_of_links_out_of_the_site_is_not_followed() throws IOException {
        link("static/2.mp3", Path.of("1.mp3"));
        link("static/1.mp3", world.resolve("secrets/1.mp3"));

        assertUnknown("/2.mp3", LEADS_OUT.formatted("2.mp3"));
    }

    @Test
    void a_folder_whose_name_starts_with_the_name_of_the_sites_folder_is_outside_of_it() throws IOException {
        Files.createDirectories(world.resolve("site-of-others"));
        Files.writeString(world.resolve("site-of-others/1.mp3"), "secret");
        link("static/1.mp3", world.resolve("site-of-others/1.mp3"));

        assertUnknown("/1.mp3", LEADS_OUT.formatted("1.mp3"));
    }

    @Test
    void the_sites_own_folders_may_be_links() throws IOException {
        Files.delete(site.resolve("static"));
        Files.createDirectories(world.resolve("volume"));
        Files.writeString(world.resolve("volume/1.mp3"), "12345");
        link("static", world.resolve("volume"));
        Files.writeString(site.resolve("content/a/2.mp3"), "1234567");
        var original = site;
        site = Files.createSymbolicLink(world.resolve("current"), original);

        assertThat(length("/1.mp3")).contains(5L);
        assertThat(length("2.mp3")).contains(7L);
    }

    @Test
    void a_broken_link_is_reported() throws IOException {
        link("static/1.mp3", world.resolve("nothing"));

        assertUnknown(
                "/1.mp3",
                "a.md:3:1: warning: `1.mp3` is a link that leads nowhere: restore what it links to, or write its `length` in bytes; until then the length is 0");
    }

    @Test
    void links_out_of_the_site_are_followed_if_the_settings_say_so() throws IOException {
        Files.writeString(site.resolve("feedside.toml"), "follow_links = true\n");
        link("static/2.mp3", world.resolve("secrets/1.mp3"));

        assertThat(length("/2.mp3")).contains(6L);
    }

    @Test
    void a_cycle_of_links_is_reported() throws IOException {
        link("static/1.mp3", Path.of("2.mp3"));
        link("static/2.mp3", Path.of("1.mp3"));

        var lengths = lengths("/1.mp3");

        assertThat(lengths.known()).isEmpty();
        assertThat(lengths.problems())
                .singleElement()
                .asString()
                .startsWith("a.md:3:1: warning: `1.mp3` is a link that leads nowhere: restore what it links to");
    }

    @Test
    void a_name_that_is_too_long_is_that_of_no_file() {
        var lengths = lengths("/" + "a".repeat(5000) + ".mp3");

        assertThat(lengths.known()).isEmpty();
        assertThat(lengths.problems()).singleElement().asString().contains("there is no file");
    }

    @Test
    void a_path_through_a_file_is_reported() throws IOException {
        Files.writeString(site.resolve("static/audio"), "a file");

        var lengths = lengths("/audio/1.mp3");

        assertThat(lengths.known()).isEmpty();
        assertThat(lengths.problems()).hasSize(1);
        assertThat(lengths.folders()).doesNotContain(site.resolve("static/audio"));
    }

    @Test
    void an_encoded_leading_slash_is_relative_to_the_pages_folder() {
        var lengths = lengths("%2F" + world.resolve("1.mp3").toString().substring(1));

        assertThat(lengths.known()).isEmpty();
        assertThat(lengths.problems()).singleElement().asString().contains("there is no file `");
    }

    @Test
    void the_watched_folders_are_those_of_the_files_or_the_nearest_existing_ones() throws IOException {
        Files.createDirectories(site.resolve("static/audio"));
        link("static/out", world.resolve("secrets"));

        assertThat(lengths("/audio/1.mp3", "/audio/2.mp3").folders()).containsExactly(site.resolve("static/audio"));
        assertThat(lengths("/later/2025/1.mp3").folders()).containsExactly(site.resolve("static"));
        assertThat(lengths("/out/1.mp3").folders()).containsExactly(site.resolve("static"));
        assertThat(lengths("1.mp3").folders()).containsExactly(site.resolve("content/a"));
        assertThat(lengths("https://example.org/audio/1.mp3").folders()).isEmpty();
    }

    @Test
    void a_written_length_takes_precedence_over_that_of_the_file() throws IOException {
        Files.writeString(site.resolve("static/1.mp3"), "12345");
        var written = new PageEnclosure(
                new SourcePath("a/index.md"),
                new FileAddress("/1.mp3"),
                Optional.of(9L),
                "audio/mpeg",
                new Place("a.md", 3, 1));

        assertThat(lengths("/1.mp3").of(enclosure("/1.mp3"))).isEqualTo(5);
        assertThat(lengths("/1.mp3").of(written)).isEqualTo(9);
        assertThat(lengths("/2.mp3").of(enclosure("/2.mp3"))).isZero();
    }

    private void assertUnknown(String url, String message) {
        var lengths = lengths(url);
        assertThat(lengths.known()).isEmpty();
        assertThat(lengths.problems()).extracting(Object::toString).containsExactly(message);
    }
}
