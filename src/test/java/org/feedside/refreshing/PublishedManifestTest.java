package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.junit.jupiter.api.Test;

/** The manifest that a running service answers with. */
class PublishedManifestTest {
    private final World world = new World();

    private Lookup<Document> lookUp() {
        return world.published.current().lookUp(Manifest.PATH, "");
    }

    private Manifest manifest() {
        var json = world.found(Manifest.PATH).getBytes(StandardCharsets.UTF_8);
        return Manifest.read(json).orElseThrow();
    }

    @Test
    void it_lists_the_documents_and_the_posts() {
        world.post("one", "2025-01-02", "a");
        world.refresh();

        var manifest = manifest();

        assertThat(manifest.baseUrl()).isEqualTo("https://example.org");
        assertThat(manifest.generation()).isEqualTo(1);
        assertThat(manifest.documents().stream()
                        .collect(Collectors.toMap(
                                document -> document.state().file().path(),
                                document -> document.state().digest())))
                .isEqualTo(world.published.current().documents().stream()
                        .collect(Collectors.toMap(Document::path, Document::digest)));
        assertThat(manifest.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo("https://example.org/one/");
            assertThat(post.path()).isEqualTo("/one/");
            assertThat(post.published().text()).isEqualTo("2025-01-02");
        });
    }

    @Test
    void the_generation_grows_with_each_change_also_after_a_restart() {
        world.post("one", "2025-01-02");
        world.refresh();
        world.refresh();
        assertThat(manifest().generation()).isEqualTo(1);

        world.restart();
        world.refresh();
        assertThat(manifest().generation()).isEqualTo(1);

        world.post("two", "2025-01-03");
        world.refresh();
        assertThat(manifest().generation()).isEqualTo(2);
    }

    @Test
    void before_the_posts_are_read_it_is_unavailable_and_not_missing() {
        world.post("one", "2025-01-02");
        world.write("feedside.toml", "pages = \"\"\n");
        world.refresh();

        world.restart();

        assertThat(lookUp()).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void feeds_with_drafts_have_none() {
        world.restartWithDrafts();
        world.post("one", "2025-01-02");
        world.refresh();

        assertThat(world.titles("atom.xml")).containsExactly("one");
        assertThat(lookUp()).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void a_retired_feed_is_not_listed() {
        world.post("one", "2025-01-02", "a");
        world.write("feedside.toml", "[http]\nretired = [\"tags/a/\"]\n");
        world.restart();
        world.refresh();

        assertThat(manifest().documents())
                .noneMatch(document -> document.state().file().path().startsWith("tags/a/"));
    }
}
