package org.feedside.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.Library;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteCacheTest {
    private static final String CONFIG = """
            base_url = "https://example.org"
            title = "Site"
            generate_feeds = true
            taxonomies = [{ name = "tags", feed = true }, { name = "places", feed = true }]
            [languages.de]
            title = "Seite"
            taxonomies = [{ name = "tags", feed = true }]
            """;
    private static final List<String> TAGS = List.of("rust", "Rust", "RUST", "sea", "harbour", "Sea Wall", "sea wall");

    private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.unix());
    private final SystemDisk disk = new SystemDisk();
    private final Path folder = fileSystem.getPath("/site");
    private final SiteCache cache = new SiteCache();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Optional<Library> library = Optional.empty();
    private boolean drafts;
    private boolean future;

    @BeforeEach
    void setUp() throws IOException {
        write("zola.toml", CONFIG);
    }

    @AfterEach
    void tearDown() throws IOException {
        fileSystem.close();
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void page(String file, String... lines) throws IOException {
        write("content/" + file, "+++\n" + String.join("\n", lines) + "\n+++\nText.\n");
    }

    /** Returns the site that is built from the previous one, and asserts that it equals a full build. */
    private Site build() throws IOException {
        var configuration = new SiteFolder(folder, Optional.empty(), Optional.empty())
                .read(disk)
                .value()
                .orElseThrow();
        var content = new ContentFolder(disk, configuration);
        var current = library.orElseGet(() -> Library.unread(content, Set.of(), path -> Optional.empty()))
                .rescan(content, FileChanges.ANYWHERE, now);
        library = Optional.of(current);
        var view = new Site.View(now, ZoneOffset.UTC, drafts, future);
        var site = cache.at(current.sources(), configuration.site(), configuration.known(), view);
        assertThat(site).isEqualTo(Site.at(current.sources(), configuration.site(), configuration.known(), view));
        return site;
    }

    private static List<Post> posts(Site site, String path) {
        return collection(site, path).posts();
    }

    private static PostCollection collection(Site site, String path) {
        return site.collections().stream()
                .filter(posts -> posts.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void only_the_lists_with_an_edited_post_are_rebuilt() throws IOException {
        page("a.md", "title = 'A'", "date = 2025-01-01", "taxonomies.tags = ['sea']");
        page("b.md", "title = 'B'", "date = 2025-01-02", "taxonomies.tags = ['rust']");
        var before = build();
        page("a.md", "title = 'Another'", "date = 2025-01-01", "taxonomies.tags = ['sea']");
        var after = build();

        assertThat(posts(after, "/tags/rust/")).isSameAs(posts(before, "/tags/rust/"));
        assertThat(after.permalinks()).isSameAs(before.permalinks());
        assertThat(posts(after, "/tags/sea/").get(0).page().title()).contains("Another");
        assertThat(posts(after, "/").get(0)).isSameAs(posts(before, "/").get(0));
    }

    @Test
    void only_the_lists_with_a_new_post_are_rebuilt() throws IOException {
        page("a.md", "date = 2025-01-01", "taxonomies.tags = ['sea']");
        page("b.md", "date = 2025-01-02", "taxonomies.tags = ['rust']");
        var before = build();
        page("c.md", "date = 2025-01-03", "taxonomies.tags = ['sea']");
        var after = build();

        assertThat(posts(after, "/tags/rust/")).isSameAs(posts(before, "/tags/rust/"));
        assertThat(posts(after, "/tags/sea/")).hasSize(2);
        assertThat(posts(after, "/").get(1)).isSameAs(posts(before, "/").get(0));
    }

    @Test
    void nothing_is_rebuilt_without_a_change() throws IOException {
        page("a.md", "date = 2025-01-01");
        var before = build();
        now = now.plusSeconds(60);

        assertThat(build()).isSameAs(before);
    }

    @Test
    void a_scheduled_post_is_published_on_time_without_a_changed_file() throws IOException {
        page("a.md", "date = 2025-01-01");
        page("b.md", "date = 2026-01-01T01:00:00Z");
        assertThat(build().posts()).hasSize(1);
        now = now.plus(Duration.ofHours(1));

        assertThat(build().posts()).hasSize(2);
    }

    @Test
    void a_removed_post_frees_its_path_for_another() throws IOException {
        page("a.md", "date = 2025-01-01", "path = 'same'");
        page("b.md", "date = 2025-01-01", "path = 'same'");
        assertThat(build().posts()).hasSize(1);
        Files.delete(folder.resolve("content/a.md"));

        assertThat(build().posts().get(0).page().path().path()).isEqualTo("b.md");
    }

    @Test
    void a_new_post_at_the_path_of_another_is_not_published() throws IOException {
        page("b.md", "date = 2025-01-01", "path = 'same'");
        build();
        page("a.md", "date = 2025-01-01", "path = 'same'");

        assertThat(build().posts()).hasSize(1);
    }

    @Test
    void a_draft_that_is_published_has_its_known_id() throws IOException {
        write("feedside-ids.toml", "[\"a.md\"]\nid = \"tag:a\"\n");
        page("a.md", "date = 2025-01-01", "draft = true");
        page("b.md", "date = 2025-01-01");
        build();
        page("a.md", "date = 2025-01-01");

        assertThat(posts(build(), "/")).extracting(Post::id).contains("tag:a");
    }

    @Test
    void a_new_post_whose_permalink_is_the_id_of_another_is_not_published() throws IOException {
        write("feedside-ids.toml", "[\"a.md\"]\nid = \"https://example.org/b/\"\n");
        page("a.md", "date = 2025-01-01");
        build();
        page("b.md", "date = 2025-01-01");

        assertThat(build().posts()).hasSize(1);
    }

    @Test
    void a_known_draft_that_is_deleted_is_reported() throws IOException {
        write("feedside-ids.toml", "[\"a.md\"]\nid = \"tag:a\"\n");
        page("a.md", "date = 2025-01-01", "draft = true");
        assertThat(build().problems()).isEmpty();
        Files.delete(folder.resolve("content/a.md"));

        assertThat(build().problems()).hasSize(1);
    }

    @Test
    void a_page_without_a_date_changes_no_list() throws IOException {
        page("a.md", "date = 2025-01-01", "taxonomies.tags = ['sea']");
        page("b.md", "taxonomies.tags = ['sea']");
        var before = build();
        page("b.md", "slug = 'about'", "taxonomies.tags = ['sea']");
        var after = build();

        assertThat(posts(after, "/tags/sea/")).isSameAs(posts(before, "/tags/sea/"));
        assertThat(after.permalinks()).containsEntry("b.md", "https://example.org/about/");
    }

    @Test
    void a_term_is_named_after_the_remaining_posts() throws IOException {
        page("a.md", "date = 2025-01-01", "taxonomies.tags = ['Sea']");
        page("b.md", "date = 2025-01-01", "taxonomies.tags = ['sea']");
        assertThat(collection(build(), "/tags/sea/").name()).contains("Sea");
        page("a.md", "date = 2025-01-01");

        assertThat(collection(build(), "/tags/sea/").name()).contains("sea");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void after_a_hundred_changes_the_site_equals_a_full_build(long seed) throws IOException {
        var random = new Random(seed);
        drafts = seed % 4 == 0;
        future = seed % 5 == 0;
        var files = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            change(random, files);
            if (random.nextInt(4) > 0) {
                continue;
            }
            now = now.plusSeconds(random.nextInt(20_000));
            build();
        }
    }

    private void change(Random random, List<String> files) throws IOException {
        var kind = random.nextInt(14);
        if (kind == 0) {
            section(random);
        } else if (kind == 1 && !files.isEmpty()) {
            Files.deleteIfExists(folder.resolve("content/" + files.remove(random.nextInt(files.size()))));
        } else if (kind == 2) {
            knownPosts(random, files);
        } else if (kind < 7 || files.isEmpty()) {
            var file = one(random, List.of("", "", "blog/", "blog/sea/", "notes/")) + "p" + random.nextInt(40)
                    + one(random, List.of("", "", "", ".de", ".xx")) + ".md";
            files.add(file);
            page(file, frontMatter(random));
        } else {
            page(files.get(random.nextInt(files.size())), frontMatter(random));
        }
    }

    private String[] frontMatter(Random random) {
        var lines = new ArrayList<String>();
        lines.add("title = 'T%d'".formatted(random.nextInt(1_000)));
        if (random.nextInt(12) > 0) {
            lines.add("date = 2025-01-%02dT%02d:00:00Z".formatted(1 + random.nextInt(9), random.nextInt(3)));
        } else if (random.nextBoolean()) {
            lines.add("date = " + now.plusSeconds(random.nextInt(50_000) - 10_000));
        }
        addRarely(random, lines, "updated = 2025-02-%02d".formatted(1 + random.nextInt(9)));
        addRarely(random, lines, "draft = true");
        addRarely(random, lines, "slug = 's%d'".formatted(random.nextInt(4)));
        addRarely(random, lines, "path = 'p/%d'".formatted(random.nextInt(4)));
        addRarely(random, lines, "weight = 3");
        addRarely(random, lines, "include_in_feeds = false");
        addRarely(random, lines, "render = false");
        var tags = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add("'" + one(random, TAGS) + "'");
        }
        lines.add("taxonomies.tags = [%s]".formatted(String.join(", ", tags)));
        addRarely(random, lines, "taxonomies.places = ['%s']".formatted(one(random, TAGS)));
        addRarely(random, lines, "taxonomies.unknown = ['x']");
        return lines.toArray(String[]::new);
    }

    private static void addRarely(Random random, List<String> lines, String line) {
        if (random.nextInt(10) == 0) {
            lines.add(line);
        }
    }

    private void section(Random random) throws IOException {
        var file = one(random, List.of("_index.md", "blog/_index.md", "blog/sea/_index.md", "blog/_index.de.md"));
        page(
                file,
                "title = 'Section %d'".formatted(random.nextInt(3)),
                "transparent = " + random.nextBoolean(),
                "generate_feeds = " + random.nextBoolean(),
                "sort_by = '%s'".formatted(one(random, List.of("date", "weight", "none"))),
                "insert_anchor_links = '%s'".formatted(one(random, List.of("none", "heading"))),
                random.nextInt(8) == 0 ? "draft = true" : "");
    }

    private void knownPosts(Random random, List<String> files) throws IOException {
        if (!files.isEmpty() && random.nextInt(3) == 0) {
            write(
                    "feedside-ids.toml",
                    "[\"%s\"]\nid = \"https://example.org/%s/\"\n"
                            .formatted(one(random, files), one(random, List.of("p1", "p2", "s1"))));
        } else {
            Files.deleteIfExists(folder.resolve("feedside-ids.toml"));
        }
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
