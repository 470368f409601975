package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and files that lead out of the content folder, take very long to read, or need very much memory. */
@Timeout(120)
class HostileFilesTest {
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
    private static final String POST = "+++\ntitle = 'a'\n+++\n";

    @TempDir
    private Path folder = Path.of("");

    private Path content() throws IOException {
        return Files.createDirectories(folder.resolve("site/content"));
    }

    private Path elsewhere() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("secret.md"), POST);
        return elsewhere;
    }

    private ContentFolder posts(String... settings) throws IOException {
        var site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(site.resolve("zola.toml"), "base_url = 'https://example.org'\n");
        Files.writeString(site.resolve("feedside.toml"), String.join("\n", settings) + "\n");
        var disk = new SystemDisk();
        var read = new SiteFolder(site, Optional.empty(), Optional.empty()).read(disk);
        return new ContentFolder(disk, read.value().orElseThrow(() -> new AssertionError(read.problems())));
    }

    private Library read(String... settings) throws IOException {
        return Library.of(posts(settings), NOW);
    }

    private List<String> problems(Library library) {
        var root = folder.resolve("site/content") + "/";
        return library.problems().stream()
                .map(p -> p.toString().replace(root, ""))
                .toList();
    }

    private static List<String> paths(Library library) {
        return library.stamps().keySet().stream().map(SourcePath::path).toList();
    }

    @Test
    void links_out_of_the_folder_are_reported_and_not_followed() throws IOException {
        Files.createSymbolicLink(content().resolve("file.md"), elsewhere().resolve("secret.md"));
        Files.createSymbolicLink(content().resolve("folder"), elsewhere());
        Files.createSymbolicLink(content().resolve("picture.png"), elsewhere().resolve("secret.md"));

        var library = read();

        assertThat(paths(library)).isEmpty();
        var message =
                ": warning: this link leads out of the content folder, so it is not followed: replace the link with its"
                        + " target, or set follow_links = true in feedside.toml";
        assertThat(problems(library)).containsExactly("file.md:1:1" + message, "folder:1:1" + message);
    }

    @Test
    void links_out_of_the_folder_are_followed_if_the_settings_say_so() throws IOException {
        Files.createSymbolicLink(content().resolve("file.md"), elsewhere().resolve("secret.md"));
        Files.createSymbolicLink(content().resolve("folder"), elsewhere());

        var library = read("follow_links = true");

        assertThat(paths(library)).containsExactly("file.md", "folder/secret.md");
        assertThat(library.sources()).hasSize(2);
        assertThat(problems(library)).isEmpty();
    }

    @Test
    void a_mounted_volume_that_is_made_of_links_is_read() throws IOException {
        var mounted = Files.createDirectories(folder.resolve("mounted/..v1"));
        Files.writeString(mounted.resolve("a.md"), POST);
        Files.createSymbolicLink(folder.resolve("mounted/..data"), Path.of("..v1"));
        Files.createSymbolicLink(folder.resolve("mounted/a.md"), Path.of("..data/a.md"));
        Files.createDirectories(folder.resolve("site"));
        Files.createSymbolicLink(folder.resolve("site/content"), folder.resolve("mounted"));

        var library = read();

        assertThat(paths(library)).contains("a.md");
        assertThat(library.sources()).extracting(s -> ((Page) s).path().path()).contains("a.md");
        assertThat(problems(library)).isEmpty();
    }

    @Test
    void a_file_that_becomes_a_link_after_the_scan_is_not_read() throws IOException {
        Files.createSymbolicLink(content().resolve("a.md"), elsewhere().resolve("secret.md"));
        var posts = posts();

        var read = posts.read(new SourcePath("a.md"), posts.allowedRoot()).orElseThrow();
        assertThat(read.value()).isEmpty();
        assertThat(read.problems()).hasSize(1);
    }

    @Test
    void a_rescan_reports_a_link_out_of_the_folder_until_a_file_replaces_it() throws IOException {
        content();
        var posts = posts();
        var path = content().resolve("a.md");
        var empty = Library.of(posts, NOW);

        Files.createSymbolicLink(path, elsewhere().resolve("secret.md"));
        var linked = empty.rescan(posts, FileChanges.at(path), NOW);
        Files.delete(path);
        Files.writeString(path, POST);
        var written = linked.rescan(posts, FileChanges.at(path), NOW);

        assertThat(problems(linked)).hasSize(1);
        assertThat(linked.sources()).isEmpty();
        assertThat(problems(written)).isEmpty();
        assertThat(written.sources()).hasSize(1);
    }

    @Test
    void a_cycle_of_links_does_not_stop_the_scan() throws IOException {
        Files.writeString(content().resolve("a.md"), POST);
        Files.createSymbolicLink(content().resolve("itself.md"), Path.of("itself.md"));
        Files.createSymbolicLink(content().resolve("one"), Path.of("two"));
        Files.createSymbolicLink(content().resolve("two"), Path.of("one"));
        Files.createSymbolicLink(content().resolve("up"), Path.of("."));

        var library = read();
        assertThat(library.sources()).hasSize(1);
        assertThat(problems(library))
                .containsExactly(
                        "one:1:1: warning: this link leads nowhere, so posts below it stay as they are: restore what it links to, or remove the link",
                        "two:1:1: warning: this link leads nowhere, so posts below it stay as they are: restore what it links to, or remove the link",
                        "itself.md:1:1: error: this link leads nowhere: restore what it links to, or remove the link");
    }

    @Test
    void the_scan_of_folders_that_link_to_each_other_ends_with_an_error() throws IOException {
        var names = List.of("a", "b", "c");
        for (var name : names) {
            Files.createDirectories(content().resolve(name));
            for (var other : names) {
                Files.createSymbolicLink(content().resolve(name).resolve("to-" + other), Path.of("../" + other));
            }
        }

        assertThat(catchThrowable(() -> read()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("remove links that point to each other");
    }

    @Test
    void a_name_that_is_not_utf_8_is_reported_and_other_posts_are_read() throws IOException, InterruptedException {
        Files.writeString(content().resolve("a.md"), POST);
        var script = "cd '%s' && touch \"$(printf 'b\\377.md')\" \"$(printf 'c\\377.png')\"".formatted(content());
        assertThat(new ProcessBuilder("bash", "-c", script).start().waitFor()).isZero();

        var library = read();

        assertThat(paths(library)).containsExactly("a.md");
        assertThat(problems(library))
                .containsExactly("b\uFFFD.md:1:1: error: this name is not UTF-8, so it cannot be opened: rename it");
    }

    @Test
    void a_name_with_control_characters_is_reported_on_one_line() throws IOException {
        Files.writeString(content().resolve("a\n\u001B[2J\u202E.md"), "nothing");

        assertThat(problems(read()).get(0))
                .startsWith("a<U+000A><U+001B>[2J<U+202E>.md:1:1: error: there is no front matter");
    }

    @Test
    void a_very_deep_folder_is_reported() throws IOException {
        Files.writeString(
                Files.createDirectories(content().resolve("d/".repeat(40))).resolve("a.md"), POST);
        Files.writeString(
                Files.createDirectories(content().resolve("e/".repeat(32))).resolve("a.md"), POST);

        var library = read();

        assertThat(paths(library)).containsExactly("e/".repeat(32) + "a.md");
        assertThat(problems(library).get(0)).contains("more than 32 levels deep");
    }

    @Test
    void a_post_of_50_mb_is_rejected_with_the_limit() throws IOException {
        try (var file = new RandomAccessFile(content().resolve("a.md").toFile(), "rw")) {
            file.setLength(50_000_000);
        }

        assertThat(problems(read()))
                .containsExactly(
                        "a.md:1:1: error: the file is larger than 5000000 bytes: split it, or raise max_post_bytes in feedside.toml");
    }

    @Test
    void front_matter_of_10_mb_is_rejected_with_the_limit() throws IOException {
        var large = "x = 1\n".repeat(1_700_000);
        Files.writeString(content().resolve("a.md"), "+++\n" + large + "+++\n");
        Files.writeString(content().resolve("b.md"), "---\n" + large.replace(" =", ":") + "---\n");

        assertThat(problems(read("max_post_bytes = 20000000")))
                .extracting(p -> p.substring(0, p.indexOf(" chara")))
                .containsExactly(
                        "a.md:1:1: error: the front matter has more than 100000",
                        "b.md:1:1: error: the front matter has more than 100000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 10_000})
    void a_post_with_too_many_terms_is_rejected_with_the_limit(int count) throws IOException {
        var terms = IntStream.range(0, count)
                .mapToObj(i -> "'" + Integer.toString(i, 36) + "'")
                .collect(Collectors.joining(","));
        Files.writeString(content().resolve("a.md"), "+++\ntaxonomies.tags = [" + terms + "]\n+++\n");

        assertThat(problems(read()))
                .containsExactly("a.md:2:1: error: the post has " + count
                        + " terms, and each term has its own feeds: keep" + " at most 1000");
    }

    @Test
    void a_post_with_100_000_terms_is_rejected() throws IOException {
        var terms = IntStream.range(0, 100_000).mapToObj(i -> "'t" + i + "'").collect(Collectors.joining(","));
        Files.writeString(content().resolve("a.md"), "+++\ntaxonomies.tags = [" + terms + "]\n+++\n");

        var library = read();

        assertThat(library.sources()).isEmpty();
        assertThat(problems(library).get(0)).contains("more than 100000 characters");
    }

    @Test
    void a_thousand_terms_are_accepted() throws IOException {
        var terms = IntStream.range(0, 1_000).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));
        Files.writeString(content().resolve("a.md"), "+++\ntaxonomies.tags = [" + terms + "]\n+++\n");

        assertThat(problems(read())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++\na = %[\n+++\n",
                "+++\na = %{a=\n+++\n",
                "+++\n%a.\n+++\n",
                "---\na: %[\n---\n",
                "---\na: %{a: \n---\n",
                "---\n%[\n---\n",
                "---\n%{\n---\n",
                "---\n%- \n---\n",
                "---\n%? \n---\n"
            })
    void deeply_nested_front_matter_is_reported_and_overflows_no_stack(String text) throws IOException {
        for (int depth : new int[] {1_000, 40_000}) {
            var part = text.replaceAll("(?s)(.*)%([^\n]*)\n(.*)", "$2");
            var deep = text.replace("%" + part, part.repeat(depth / part.length()));
            Files.writeString(content().resolve("a.md"), deep);

            assertThat(problems(read())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "# a\n", "\r\n", " \n"})
    void many_empty_lines_take_little_time(String line) throws IOException {
        var many = line.repeat(6_000);
        Files.writeString(
                content().resolve("a.md"), "+++\ntitle = 'a'\n" + many + "x = [\n" + many + "]\ndraft = 1\n+++\n");

        assertThat(problems(read()))
                .containsExactly("a.md:12005:1: error: `draft` must be true or false, not a number");
    }
}
