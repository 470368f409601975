package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.publishing.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files other than posts that are away when the site is read, for a moment or for good. */
class MissingSiteFilesTest {
    private static final String AUDIO = "content/talk/talk.mp3";

    private final World world = new World();
    private Snapshot before = Snapshot.EMPTY;

    @BeforeEach
    void publish() {
        world.write(
                "zola.toml",
                "base_url = 'https://example.org'\ntitle = 'A'\nfeed_filenames = ['atom.xml', 'news.xml']\ntheme = 'plain'\ntaxonomies = [{ name = 'tags' }]\n");
        world.write("feedside.toml", "limit = 2\n");
        world.write("feedside-ids.toml", "['one.md']\nid = 'urn:one'\n");
        world.write("themes/plain/templates/news.xml", "<rss></rss>");
        world.post("one", "2026-01-02");
        world.post("two", "2026-01-01");
        world.write("content/talk/index.md", """
                +++
                title = "Talk"
                date = 2026-01-03
                extra.enclosure = "talk.mp3"
                +++
                """);
        world.write(AUDIO, "12345");
        var result = world.refresh();
        assertThat(result.problems()).isEmpty();
        before = world.published.current();
        assertThat(world.text("news.xml"))
                .contains("<rss", "length=\"5\"", "urn:one")
                .doesNotContain("two");
    }

    private RefreshResult scanAfter(Duration time) {
        world.clock.advance(time);
        return world.refresher.refresh(world.clock.instant());
    }

    private void assertMissed(RefreshResult result) {
        assertThat(result.problems()).isEmpty();
        assertThat(result.kind()).isNotEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.nextRefresh()).contains(world.clock.instant().plusMillis(100));
        assertThat(world.published.current()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zola.toml",
                "feedside.toml",
                "feedside-ids.toml",
                "themes/plain/templates/news.xml",
                "themes",
                "content",
                AUDIO,
            })
    void what_only_one_scan_misses_stays(String path) {
        world.move(path, "away");
        assertMissed(scanAfter(Duration.ofSeconds(5)));
        assertMissed(scanAfter(Duration.ZERO));

        world.move("away", path);
        assertThat(scanAfter(Duration.ofMillis(99)).kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.published.current()).isSameAs(before);

        world.move(path, "away");
        assertMissed(scanAfter(Duration.ofMillis(1)));
        var gone = scanAfter(Duration.ofMillis(100));
        assertThat(gone.kind() == RefreshResult.Kind.DEGRADED || gone.changed() > 0)
                .as("%s", gone)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zola.toml", "feedside.toml", "feedside-ids.toml", "themes/plain/templates/news.xml", AUDIO})
    void what_only_one_scan_finds_empty_stays(String path) {
        world.move(path, "away");
        world.write(path, "");
        assertMissed(scanAfter(Duration.ofSeconds(5)));

        world.delete(path);
        world.move("away", path);
        assertThat(scanAfter(Duration.ofMillis(100)).kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.published.current()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zola.toml", "feedside.toml", "feedside-ids.toml", "themes/plain/templates/news.xml"})
    void a_link_that_leads_nowhere_is_an_error_at_the_second_scan(String path) {
        world.move(path, "away");
        world.link(path, "nowhere");
        assertMissed(scanAfter(Duration.ofSeconds(5)));

        assertThat(scanAfter(Duration.ofMillis(100)).problems())
                .extracting(Diagnostic::toString)
                .containsExactly("/site/" + path
                        + ":1:1: error: this link leads nowhere: restore what it links to, or remove the link");
        assertThat(world.published.current()).isSameAs(before);
    }

    @Test
    void a_configuration_that_could_not_be_read_is_not_gone_when_one_scan_misses_it() {
        world.write("config.toml", "base_url = 'https://example.org'\ntitle = 'Other'\n");
        world.move("zola.toml", "away");
        world.link("zola.toml", "nowhere");
        scanAfter(Duration.ofSeconds(5));
        scanAfter(Duration.ofMillis(100));
        assertThat(scanAfter(Duration.ofSeconds(30)).kind()).isEqualTo(RefreshResult.Kind.DEGRADED);

        world.delete("zola.toml");
        assertMissed(scanAfter(Duration.ofSeconds(5)));
        assertThat(scanAfter(Duration.ofMillis(100)).changed()).isGreaterThan(0);
        assertThat(world.text("atom.xml")).contains("Other");
    }

    @Test
    void an_enclosure_behind_a_link_that_leads_nowhere_keeps_its_length() {
        world.move(AUDIO, "audio.mp3");
        world.link(AUDIO, "audio.mp3");
        world.refresh();
        var text = world.text("news.xml");
        world.move("audio.mp3", "away");

        for (int i = 0; i < 3; i++) {
            assertThat(world.refresh().problems())
                    .extracting(Diagnostic::toString)
                    .contains(
                            "/site/content/talk/index.md:4:1: warning: `talk.mp3` is a link that leads nowhere: restore what it links to, or write its `length` in bytes; until then the length is 5");
            assertThat(world.text("news.xml")).isEqualTo(text);
        }
    }

    @Test
    void the_folder_of_posts_that_only_one_scan_misses_stays_the_folder_of_posts() {
        world.delete("zola.toml");
        world.write("feedside.toml", "[site]\nbase_url = 'https://example.org'\ntitle = 'A'\n");
        world.write("notes.md", "---\ntitle: Notes\ndate: 2026-02-01\n---\n");
        world.write("content/three.md", "---\ntitle: Three\ndate: 2026-02-01\n---\n");
        world.refresh();
        before = world.published.current();
        assertThat(world.titles("atom.xml")).contains("Three").doesNotContain("Notes");

        world.move("content", "away");

        assertMissed(scanAfter(Duration.ofSeconds(5)));
    }
}
