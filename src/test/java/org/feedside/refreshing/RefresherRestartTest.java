package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.feedside.base.disk.Disk;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;
import org.junit.jupiter.api.Test;

/** Published documents after a restart, with and without damage. */
class RefresherRestartTest {
    private final World world = new World();

    @Test
    void an_empty_feed_is_unchanged_after_a_restart() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        world.delete("content/one.md");
        world.refresh();
        var before = world.text("tags/rust/rss.xml");

        world.restart();
        var result = world.refresh();

        assertThat(result.changed()).isZero();
        assertThat(world.text("tags/rust/rss.xml")).isEqualTo(before);
    }

    @Test
    void the_last_valid_version_of_a_broken_post_survives_a_restart() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("content/one.md", "no front matter");
        world.refresh();

        world.restart();
        var result = world.refresh();

        assertThat(result.changed()).isZero();
        assertThat(result.problems()).hasSize(1);
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void a_document_whose_file_was_lost_in_a_crash_is_unavailable_and_not_missing() {
        world.post("one", "2026-01-01", "a");
        world.refresh();
        for (var path : List.of("atom.xml", "tags/a/atom.xml")) {
            world.write("feeds/" + path, "");
        }

        world.restart();

        assertThat(world.published.current().lookUp("tags/a/atom.xml", "")).isEqualTo(new Lookup.Unavailable<>());
        assertThat(world.published.current().lookUp("tags/b/none.xml", "")).isEqualTo(new Lookup.NotFound<>());
        world.refresh();
        assertThat(world.titles("tags/a/atom.xml")).containsExactly("one");
    }

    @Test
    void a_version_that_returns_after_a_failed_write_of_another_gets_its_new_time() {
        world.post("one", "2026-01-01");
        world.refresh();
        var text = world.text("feed.json");
        world.write("zola.toml", "base_url = 'https://example.org'\ntitle = 'Other'\nauthor = 'Ann'\n");
        world.write("feeds/.feed.json.new/in-the-way", "");
        world.refresh();
        assertThat(world.feedFiles().get("feed.json")).isEqualTo(text);

        world.delete("feeds/.feed.json.new/in-the-way");
        world.delete("feeds/.feed.json.new");
        world.write("zola.toml", "base_url = 'https://example.org'\ntitle = 'Example'\nauthor = 'Ann'\n");
        world.refresh();

        assertThat(world.fileTime("feed.json"))
                .isEqualTo(world.document("feed.json").lastModified().orElseThrow());
    }

    @Test
    void published_documents_are_served_at_once_after_a_restart() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        var before = world.document("atom.xml");

        world.restart();

        // Pages are unknown until the posts are read.
        assertThat(world.document("atom.xml"))
                .isEqualTo(before.withFeed(new FeedInfo(
                        before.feed().page(), Optional.empty(), before.feed().updateInterval())));
        assertThat(world.titles("tags/rust/atom.xml")).containsExactly("one");
        world.refresh();
        assertThat(world.document("atom.xml")).isEqualTo(before);
    }

    @Test
    void missing_content_codings_are_added_one_document_at_a_time() {
        world.post("one", "2026-01-01", "a", "b", "c");
        world.refresh();
        world.restart();
        world.refresh();
        var compressed = new ArrayList<Long>();
        do {
            compressed.add(world.published.current().documents().stream()
                    .filter(document -> document.variants().size() == Coding.values().length)
                    .count());
        } while (world.refresher.compressNext());

        assertThat(compressed).startsWith(0L).isSorted().endsWith((long)
                world.published.current().documents().size());
        assertThat(compressed).hasSizeGreaterThan(2);
    }

    @Test
    void a_file_that_was_changed_by_hand_is_not_served_but_written_again() {
        world.post("one", "2026-01-01");
        world.refresh();
        var before = world.document("atom.xml");
        world.write("feeds/atom.xml", "<feed/>");

        world.restart();
        assertThat(world.published.current().find("atom.xml")).isEmpty();
        world.refresh();

        assertThat(world.document("atom.xml")).isEqualTo(before);
        assertThat(world.feedFiles().get("atom.xml"))
                .isEqualTo(before.identity().bytes().toString());
        assertThat(world.fileTime("atom.xml")).isEqualTo(before.lastModified().orElseThrow());
    }

    @Test
    void a_combination_is_unavailable_until_the_posts_are_read_again() {
        world.post("one", "2026-01-01", "java", "news");
        world.refresh();

        world.restart();

        assertThat(world.published.current().lookUp("tags/java+news/atom.xml", ""))
                .isInstanceOf(Lookup.Unavailable.class);
        assertThat(world.published.current().lookUp("wp-login.php", "")).isInstanceOf(Lookup.NotFound.class);
        world.refresh();
        assertThat(world.found("tags/java+news/atom.xml")).contains("one");
    }

    @Test
    void pages_are_unavailable_until_the_posts_are_read() {
        world.post("one", "2026-01-01", "java");
        world.refresh();

        world.restart();

        for (var path : List.of("feeds", "feeds/", "feeds/tags/java/", "feeds/all")) {
            assertThat(world.published.current().lookUp(path, "")).as(path).isInstanceOf(Lookup.Unavailable.class);
        }
        world.refresh();
        assertThat(world.found("feeds/tags/java/")).contains("one");
    }

    @Test
    void requests_are_answered_while_the_files_are_still_compared() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        var hasLookedUp = new AtomicBoolean();
        var lookups = new ArrayList<Lookup<Document>>();
        world.disk = beforeReading(world.disk, () -> {
            if (world.published.current().isEmpty() || hasLookedUp.getAndSet(true)) {
                return;
            }
            lookups.add(world.published.current().lookUp("tags/rust/atom.xml", ""));
            lookups.add(world.published.current().lookUp("tags/no/atom.xml", ""));
        });
        world.restart();

        assertThat(lookups.get(0)).isInstanceOf(Lookup.Found.class);
        assertThat(lookups.get(1)).isInstanceOf(Lookup.Unavailable.class);
    }

    private static Disk beforeReading(Disk disk, Runnable action) {
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        action.run();
                    }
                    try {
                        return method.invoke(disk, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void a_file_truncated_while_the_service_was_down_is_not_served() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("feeds/atom.xml", "<feed");
        world.restart();

        assertThat(world.published.current().lookUp("atom.xml", "")).isInstanceOf(Lookup.Unavailable.class);
        assertThat(world.published.current().lookUp("rss.xml", "")).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void a_lost_state_is_rebuilt_from_the_files() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.post("one", "2026-01-01", "Edited.", new String[0]);
        world.refresh();

        var other = new World();
        other.clock.advance(Duration.ofDays(1));
        other.post("one", "2026-01-01", "Edited.", new String[0]);
        for (var path : List.of("atom.xml", "rss.xml", "feed.json", "feeds.opml")) {
            other.write("feeds/" + path, world.text(path));
        }
        var written = other.clock.instant();
        other.refresh();

        for (var path : List.of("atom.xml", "rss.xml", "feed.json", "feeds.opml")) {
            assertThat(other.document(path).identity())
                    .isEqualTo(world.document(path).identity());
            assertThat(other.document(path).lastModified()).contains(written);
        }
    }
}
