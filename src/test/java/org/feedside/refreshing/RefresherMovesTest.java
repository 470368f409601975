package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.SystemDisk;
import org.feedside.pipeline.BuildOptions;
import org.feedside.tools.imports.FeedImporter;
import org.junit.jupiter.api.Test;

/** A publication that changes ids is refused, unless the operator accepts it. */
class RefresherMovesTest {
    private static final String MOVED = "base_url = \"http://example.net\"\ntitle = \"Example\"\n";

    private final World world = new World();

    @Test
    void another_base_url_that_would_show_readers_every_post_again_is_refused() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.write("zola.toml", MOVED);
        world.post("two", "2026-01-02");
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "/site/zola.toml:1:1: error: every reader would show 1 post as new again, because their ids change with base_url from https://example.org to http://example.net, for example from https://example.org/one/ to http://example.net/one/. To keep the ids, run: feedside import /site/feeds/atom.xml /site. To publish the new ids anyway, add --accept-new-ids once. For a private preview, use another folder with --feeds");
        assertThat(world.text("atom.xml")).contains("<id>https://example.org/one/</id>");
    }

    @Test
    void a_service_continues_at_another_base_url_once_the_ids_are_kept() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("zola.toml", MOVED);
        world.refresh();

        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \"https://example.org/one/\"\n");
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.text("atom.xml"))
                .contains("<id>https://example.org/one/</id>")
                .contains("href=\"http://example.net/one/\"")
                .contains("<id>http://example.net/atom.xml</id>");
        world.restart();
        assertThat(world.refresh().changed()).isZero();
    }

    @Test
    void new_ids_that_are_accepted_once_change_every_feed() {
        world.post("one", "2026-01-01");
        world.post("gone", "2026-01-02", "rust");
        world.refresh();
        world.delete("content/gone.md");
        world.refresh();
        world.write("zola.toml", MOVED);

        world.restartAcceptingNewIds();
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.text("atom.xml"))
                .contains("<id>http://example.net/one/</id>")
                .doesNotContain("example.org");
        assertThat(world.text("tags/rust/atom.xml"))
                .contains("<id>http://example.net/tags/rust/atom.xml</id>")
                .contains("href=\"http://example.net/tags/rust/\"")
                .doesNotContain("example.org");
        assertThat(world.document("tags/rust/rss.xml").url()).isEqualTo("http://example.net/tags/rust/rss.xml");

        world.restart();
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        world.write("zola.toml", MOVED.replace("http:", "https:"));
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void accepting_new_ids_applies_to_one_publication_only() {
        world.post("one", "2026-01-01");
        world.restartAcceptingNewIds();
        world.refresh();

        world.write("zola.toml", MOVED);

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void another_slug_mode_is_refused_because_it_changes_most_ids() {
        for (var name : List.of("Eins Ä", "Zwei Ä", "Drei Ä", "four")) {
            world.post(name, "2026-01-01");
        }
        world.refresh();

        world.write("zola.toml", "base_url = \"https://example.org\"\nslugify.paths = \"safe\"\n");
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.problems().get(0).message())
                .contains("show 3 posts as new again, because their ids change, for example from");
    }

    @Test
    void ids_can_be_corrected_until_the_feeds_of_a_new_folder_are_served() {
        world.isPolled = false;
        world.restart();
        for (var name : List.of("Eins Ä", "Zwei Ä", "Drei Ä")) {
            world.post(name, "2026-01-01");
        }
        world.refresh();

        world.write("zola.toml", "base_url = \"https://example.org\"\nslugify.paths = \"safe\"\n");
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.text("atom.xml")).contains("<id>https://example.org/Eins Ä/</id>");

        world.published.serve();
        world.write("zola.toml", "base_url = \"https://example.org\"\n");
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);

        world.restart();
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void deleted_and_renamed_posts_are_never_refused() {
        world.write("feedside.toml", "shrink_after = '0s'\n");
        for (int i = 0; i < 10; i++) {
            world.post("post" + i, "2026-01-01");
        }
        world.refresh();

        for (int i = 0; i < 4; i++) {
            world.delete("content/post" + i + ".md");
            world.move("content/post" + (i + 4) + ".md", "content/other" + i + ".md");
        }
        world.write("content/post8.md", "+++\ntitle = \"x\"\ndate = 2026-01-01\nslug = \"new\"\n+++\n");
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).hasSize(6);
    }

    @Test
    void without_the_state_the_ids_are_read_from_the_published_files() {
        for (var name : List.of("one", "two", "three")) {
            world.post(name, "2026-01-01");
        }
        world.refresh();
        var files = world.feedFiles();

        var other = new World();
        other.write("zola.toml", MOVED);
        for (var name : List.of("one", "two", "three")) {
            other.post(name, "2026-01-01");
        }
        other.write("feeds/rss.xml", files.getOrDefault("rss.xml", ""));
        var result = other.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.problems().get(0).message())
                .contains("show 3 posts as new again")
                .contains("feedside import /site/feeds/rss.xml /site");
        assertThat(other.feedFiles().get("rss.xml")).isEqualTo(files.get("rss.xml"));
    }

    @Test
    void ids_that_are_spread_over_feeds_are_kept_by_importing_the_folder() {
        world.write(
                "zola.toml", MOVED.replace("http:", "https:") + "feed_limit = 1\ntaxonomies = [{ name = \"tags\" }]\n");
        world.post("one", "2026-01-01", "a");
        world.post("two", "2026-01-02");
        world.refresh();

        world.write("zola.toml", MOVED + "feed_limit = 1\ntaxonomies = [{ name = \"tags\" }]\n");
        var result = world.refresh();

        assertThat(result.problems().get(0).message()).contains("feedside import /site/feeds /site.");
        var done = FeedImporter.of(
                new SystemDisk(),
                world.folder(),
                world.folder().folder().resolve("feeds"),
                new BuildOptions(false, ZoneOffset.UTC),
                world.clock.instant());
        var plan = done.value().orElseThrow();
        assertThat(List.of(plan.entries(), plan.found(), plan.added().size())).containsExactly(2, 2, 2);
        assertThat(done.problems()).isEqualTo(plan.problems()).isEmpty();
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
    }

    @Test
    void ids_that_were_changed_in_the_file_of_ids_must_be_restored_there() {
        world.post("one", "2026-01-01");
        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \"x\"\n");
        world.refresh();

        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \"y\"\n");

        assertThat(world.refresh().problems().get(0).message())
                .contains("for example from x to y. To keep the ids, restore the old ids in /site/feedside-ids.toml.");
    }
}
