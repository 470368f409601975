package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.SystemDisk;
import org.feedside.content.PageDate;
import org.feedside.pipeline.BuildOptions;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Lookup;
import org.feedside.testing.ReadOutline;
import org.feedside.tools.imports.FeedImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author does, and what readers see of it. */
class RefresherTest {
    private static final String MOVED = "base_url = \"http://example.net\"\ntitle = \"Example\"\n";

    private static final String EPISODE = """
            +++
            title = "Talk"
            date = 2026-01-01
            extra.enclosure = "/audio/talk.mp3"
            +++
            Text.
            """;

    private final World world = new World();

    @Test
    void a_new_post_is_in_the_feeds_of_the_site_and_of_its_tags() {
        world.post("hello", "2026-01-01", "rust", "java");

        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("hello");
        assertThat(world.titles("tags/rust/atom.xml")).containsExactly("hello");
        assertThat(world.feedFiles().keySet())
                .containsExactly(
                        "atom.xml",
                        "feed.json",
                        "feeds.opml",
                        "rss.xml",
                        "tags/java/atom.xml",
                        "tags/java/feed.json",
                        "tags/java/rss.xml",
                        "tags/rust/atom.xml",
                        "tags/rust/feed.json",
                        "tags/rust/rss.xml");
    }

    @Test
    void an_edit_changes_the_feeds_of_the_posts_tags_and_no_others() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02", "java");
        world.refresh();
        var other = world.document("tags/java/atom.xml");

        world.post("one", "2026-01-01", "Another text.", new String[] {"rust"});
        var outcome = world.refresh();

        assertThat(outcome.changed()).isEqualTo(6);
        assertThat(world.text("atom.xml")).contains("Another text.");
        assertThat(world.text("tags/rust/rss.xml")).contains("Another text.");
        assertThat(world.document("tags/java/atom.xml")).isSameAs(other);
    }

    @Test
    void a_touch_changes_nothing() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        var before = world.published.current();

        world.post("one", "2026-01-01", "rust");
        var outcome = world.refresh();

        assertThat(outcome.changed()).isZero();
        assertThat(world.published.current()).isSameAs(before);
    }

    @Test
    void a_deleted_post_leaves_and_its_last_tag_stays_as_an_empty_feed() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02");
        world.refresh();

        world.delete("content/one.md");
        world.refresh();

        assertThat(world.titles("atom.xml")).containsExactly("two");
        assertThat(world.titles("tags/rust/atom.xml")).isEmpty();
        assertThat(world.text("tags/rust/atom.xml")).contains("<title type=\"text\">Example - rust</title>");
        assertThat(world.updated("tags/rust/atom.xml")).isEqualTo(world.clock.instant());
    }

    @Test
    void an_empty_feed_stays_the_same_over_restarts() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        world.delete("content/one.md");
        world.refresh();
        var before = world.text("tags/rust/rss.xml");

        world.restart();
        var outcome = world.refresh();

        assertThat(outcome.changed()).isZero();
        assertThat(world.text("tags/rust/rss.xml")).isEqualTo(before);
    }

    @Test
    void a_renamed_post_keeps_its_place_under_its_new_address() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.move("content/one.md", "content/uno.md");
        world.refresh();

        assertThat(world.text("atom.xml"))
                .contains("<id>https://example.org/uno/</id>")
                .doesNotContain("<id>https://example.org/one/</id>");
    }

    @Test
    void a_folder_of_posts_comes_and_goes() {
        world.post("folder/one", "2026-01-01");
        world.post("folder/two", "2026-01-02");
        world.refresh();
        assertThat(world.titles("atom.xml")).containsExactly("folder/two", "folder/one");

        world.move("content/folder", "elsewhere");
        world.refresh();

        assertThat(world.titles("atom.xml")).isEmpty();
    }

    @Test
    void a_changed_configuration_shows_without_a_restart() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"New name\"\n");
        world.refresh();

        assertThat(world.text("atom.xml")).contains("<title type=\"text\">New name</title>");
    }

    @Test
    void a_post_dated_in_the_future_appears_when_its_time_comes() {
        world.post("later", "2026-03-01T12:01:00Z", "secret");

        var outcome = world.refresh();

        assertThat(world.titles("atom.xml")).isEmpty();
        assertThat(world.published.current().find("tags/secret/atom.xml")).isEmpty();
        assertThat(outcome.again()).contains(Instant.parse("2026-03-01T12:01:00Z"));

        world.clock.advance(Duration.ofSeconds(55));
        world.refresher.refresh(world.clock.instant());

        assertThat(world.titles("atom.xml")).containsExactly("later");
        assertThat(world.titles("tags/secret/atom.xml")).containsExactly("later");
    }

    @Test
    void a_local_date_has_come_by_the_timezone_of_the_settings() {
        world.write("feedside.toml", "timezone = \"+02:00\"\n");
        world.post("here", "2026-03-01T14:00:00");
        world.post("not-yet", "2026-03-01T14:00:10");

        world.refresh();

        assertThat(world.titles("atom.xml")).containsExactly("here");
    }

    @Test
    void a_broken_post_keeps_its_last_good_version_and_no_other_suffers() {
        world.post("one", "2026-01-01");
        world.post("two", "2026-01-02");
        world.refresh();

        world.write("content/one.md", "+++\ntitle = \"one\ndate = 2026-01-01\n+++\nNew text\n");
        world.post("three", "2026-01-03");
        var outcome = world.refresh();

        assertThat(outcome.problems()).anyMatch(Diagnostic::isError);
        assertThat(outcome.problems().get(0).toString()).startsWith("/site/content/one.md:2:");
        assertThat(world.titles("atom.xml")).containsExactly("three", "two", "one");
        assertThat(world.text("atom.xml")).contains("Text of one.").doesNotContain("New text");
    }

    @Test
    void the_last_good_version_of_a_broken_post_outlives_a_restart() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("content/one.md", "no front matter");
        world.refresh();

        world.restart();
        var outcome = world.refresh();

        assertThat(outcome.changed()).isZero();
        assertThat(outcome.problems()).hasSize(1);
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void a_mended_post_shows_its_new_text() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("content/one.md", "no front matter");
        world.refresh();

        world.post("one", "2026-01-01", "Mended.", new String[0]);
        var outcome = world.refresh();

        assertThat(outcome.problems()).isEmpty();
        assertThat(world.text("atom.xml")).contains("Mended.");
    }

    @Test
    void deleting_a_broken_post_removes_it() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("content/one.md", "no front matter");
        world.refresh();

        world.delete("content/one.md");
        var outcome = world.refresh();

        assertThat(outcome.problems()).isEmpty();
        assertThat(world.titles("atom.xml")).isEmpty();
    }

    @Test
    void two_writes_within_one_tick_of_the_disks_clock_are_both_seen() {
        world.post("one", "2026-01-01", "First.", new String[0]);
        world.refresher.refresh(world.clock.instant());

        world.post("one", "2026-01-01", "Then..", new String[0]);
        world.refresh();

        assertThat(world.text("atom.xml")).contains("Then..");
    }

    @Test
    void a_document_whose_file_a_crash_took_is_asked_for_later_not_gone() {
        world.post("one", "2026-01-01", "a");
        world.refresh();
        for (var path : List.of("atom.xml", "tags/a/atom.xml")) {
            world.write("feeds/" + path, "");
        }

        world.restart();

        assertThat(world.published.current().seek("tags/a/atom.xml")).isEqualTo(new Lookup.Later());
        assertThat(world.published.current().seek("tags/b/none.xml")).isEqualTo(new Lookup.Nowhere());
        world.refresh();
        assertThat(world.titles("tags/a/atom.xml")).containsExactly("one");
    }

    @Test
    void a_version_that_comes_again_after_one_that_could_not_be_written_gets_its_new_time() {
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
    void what_was_published_is_served_at_once_after_a_restart() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        var before = world.document("atom.xml");

        world.restart();

        // There are no pages yet, so it names none; and nobody waits for compression.
        var plain = before.withVariants(List.of(before.identity()));
        assertThat(world.document("atom.xml")).isEqualTo(plain.withAbout(Optional.empty()));
        assertThat(world.titles("tags/rust/atom.xml")).containsExactly("one");
        world.refresh();
        assertThat(world.document("atom.xml")).isEqualTo(plain);
    }

    @Test
    void what_a_publication_does_not_wait_for_is_added_bit_by_bit() {
        world.post("one", "2026-01-01", "a", "b", "c");
        world.refresh();
        world.restart();
        world.refresh();
        var coded = new ArrayList<Long>();
        do {
            coded.add(world.published.current().documents().stream()
                    .filter(document -> document.variants().size() == Coding.values().length)
                    .count());
        } while (world.refresher.codeOneMore());

        assertThat(coded).startsWith(0L).isSorted().endsWith((long)
                world.published.current().documents().size());
        assertThat(coded).hasSizeGreaterThan(2);
    }

    @Test
    void a_file_that_somebody_changed_is_not_served_but_made_again() {
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
    void the_time_of_a_file_is_its_last_modified() {
        world.post("one", "2026-01-01T08:00:00Z");
        world.refresh();

        assertThat(world.document("atom.xml").lastModified().orElseThrow())
                .isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
        assertThat(world.fileTime("atom.xml")).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
    }

    @Test
    void a_newer_post_moves_the_date_of_the_feed_to_its_own() {
        world.post("one", "2026-01-01T00:00:00Z");
        world.refresh();

        world.post("two", "2026-02-01T00:00:00Z");
        world.refresh();

        assertThat(world.updated("atom.xml")).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(world.document("atom.xml").lastModified().orElseThrow()).isEqualTo(world.clock.instant());
    }

    @Test
    void every_other_change_moves_the_date_of_the_feed_to_its_time() {
        world.post("one", "2026-01-01T00:00:00Z");
        world.post("two", "2026-02-01T00:00:00Z");
        world.refresh();

        world.delete("content/two.md");
        world.refresh();
        assertThat(world.updated("atom.xml")).isEqualTo(world.clock.instant());

        world.post("old", "2025-01-01T00:00:00Z");
        world.refresh();
        assertThat(world.updated("atom.xml")).isEqualTo(world.clock.instant());
    }

    @Test
    void last_modified_waits_for_the_next_second() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.post("two", "2026-01-02");
        world.refresh();
        var first = world.document("atom.xml").lastModified().orElseThrow();

        world.post("three", "2026-01-03");
        world.clock.advance(Duration.ofMillis(300));
        var outcome = world.refresher.refresh(world.clock.instant());

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.POSTPONED);
        assertThat(outcome.again()).contains(first.plusSeconds(1));
        assertThat(world.titles("atom.xml")).containsExactly("two", "one");

        world.clock.advance(Duration.ofMillis(700));
        world.refresher.refresh(world.clock.instant());

        assertThat(world.titles("atom.xml")).containsExactly("three", "two", "one");
        assertThat(world.document("atom.xml").lastModified().orElseThrow()).isEqualTo(first.plusSeconds(1));
    }

    @Test
    void last_modified_rises_even_if_the_clock_was_set_back() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.post("two", "2026-01-02");
        world.refresh();
        var first = world.document("atom.xml").lastModified().orElseThrow();

        world.clock.advance(Duration.ofHours(-3));
        world.post("three", "2026-01-03");
        var outcome = world.refresh();

        assertThat(world.document("atom.xml").lastModified().orElseThrow()).isEqualTo(first.plusSeconds(1));
        assertThat(outcome.problems().get(0).message()).contains("the clock is behind");
    }

    @Test
    void a_restored_older_version_is_a_new_version() {
        world.post("one", "2026-01-01", "First.", new String[0]);
        world.refresh();
        var first = world.document("atom.xml");
        world.post("one", "2026-01-01", "Second.", new String[0]);
        world.refresh();
        var second = world.document("atom.xml");

        world.post("one", "2026-01-01", "First.", new String[0]);
        world.refresh();
        var third = world.document("atom.xml");

        assertThat(third.lastModified().orElseThrow())
                .isAfter(second.lastModified().orElseThrow());
        assertThat(List.of(first, second)).noneMatch(d -> d.identity().equals(third.identity()));
    }

    @Test
    void a_broken_configuration_leaves_what_is_published_and_is_told() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.write("zola.toml", "base_url = \n");
        world.post("two", "2026-01-02");
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(outcome.problems().get(0).toString()).startsWith("/site/zola.toml:1:");
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void a_vanished_folder_of_posts_leaves_what_is_published() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.move("content", "gone");
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void the_file_of_an_enclosure_may_come_later_grow_and_go() {
        world.write("content/talk.md", EPISODE);
        world.post("other", "2026-01-02", "rust");
        var without = world.refresh();
        var other = world.document("tags/rust/rss.xml");
        assertThat(world.text("rss.xml")).contains(enclosure(0));
        assertThat(without.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "/site/content/talk.md:4:1: warning: there is no file `audio/talk.mp3` in `static`: put it there, or write its `length` in bytes; until then the length is 0");

        world.write("static/audio/talk.mp3", "12345");
        var came = world.refresh();
        assertThat(came.problems()).isEmpty();
        assertThat(came.changed()).isEqualTo(3);
        assertThat(world.text("rss.xml")).contains(enclosure(5));

        world.write("static/audio/talk.mp3", "1234567");
        var grew = world.refresh();
        assertThat(grew.changed()).isEqualTo(3);
        assertThat(world.text("rss.xml")).contains(enclosure(7));
        assertThat(world.updated("atom.xml")).isEqualTo(world.clock.instant());

        world.delete("static/audio/talk.mp3");
        world.refresh();
        assertThat(world.text("rss.xml")).contains(enclosure(0));
        assertThat(world.document("tags/rust/rss.xml")).isSameAs(other);
    }

    private static String enclosure(int length) {
        return "<enclosure url=\"https://example.org/audio/talk.mp3\" length=\"%d\" type=\"audio/mpeg\" />"
                .formatted(length);
    }

    @Test
    void a_new_recording_of_the_same_length_changes_no_feed() {
        world.write("content/talk.md", EPISODE);
        world.write("static/audio/talk.mp3", "12345");
        world.refresh();
        var before = world.published.current();

        world.write("static/audio/talk.mp3", "54321");
        var outcome = world.refresh();

        assertThat(outcome.changed()).isZero();
        assertThat(world.published.current()).isSameAs(before);
        world.restart();
        assertThat(world.refresh().changed()).isZero();
    }

    @Test
    void the_file_of_an_enclosure_that_only_an_archive_shows_may_grow_too() {
        world.write("feedside.toml", "limit = 2\narchives = true\n");
        world.write("content/talk.md", EPISODE);
        world.write("static/audio/talk.mp3", "12345");
        world.post("two", "2026-01-02");
        world.post("three", "2026-01-03");
        world.post("four", "2026-01-04");
        world.refresh();
        var archive = archiveWith("Talk");
        assertThat(world.found(archive)).contains(enclosure(5));

        world.write("static/audio/talk.mp3", "1234567");
        world.refresh();

        assertThat(world.found(archive)).contains(enclosure(7));
    }

    /** The path of the archive, from the site's RSS on, that has a post. */
    private String archiveWith(String title) {
        var path = "rss.xml";
        while (!world.found(path).contains("<title>" + title + "</title>")) {
            var previous = Pattern.compile("href=\"https://example.org/([^\"]*)\" rel=\"prev-archive\"")
                    .matcher(world.found(path));
            assertThat(previous.find()).isTrue();
            path = previous.group(1);
        }
        return path;
    }

    @Test
    void hints_are_awaited_where_the_file_of_an_enclosure_may_come() {
        world.write("content/talk.md", EPISODE);
        world.write("static/other.css", "");

        assertThat(world.refresh().folders()).extracting(Object::toString).contains("/site/static");
        world.write("static/audio/talk.mp3", "12345");
        assertThat(world.refresh().folders()).extracting(Object::toString).contains("/site/static/audio");
    }

    @Test
    void a_broken_enclosure_leaves_the_one_before() {
        world.write("content/talk.md", EPISODE);
        world.write("static/audio/talk.mp3", "12345");
        world.refresh();

        world.write("content/talk.md", EPISODE.replace("/audio", "/../audio"));
        var outcome = world.refresh();

        assertThat(outcome.changed()).isZero();
        assertThat(outcome.problems()).singleElement().matches(Diagnostic::isError);
        assertThat(world.text("rss.xml")).contains(enclosure(5));
    }

    @Test
    void another_address_that_would_show_readers_every_post_again_is_refused() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.write("zola.toml", MOVED);
        world.post("two", "2026-01-02");
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(outcome.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "/site/zola.toml:1:1: error: every reader would show 1 post again as new, because their ids change with base_url from https://example.org to http://example.net, as from https://example.org/one/ to http://example.net/one/. To keep the ids, call: feedside import /site/feeds/atom.xml /site. To go on with the new ones all the same, add --accept-new-ids, once. For a look in private, use another --feeds");
        assertThat(world.text("atom.xml")).contains("<id>https://example.org/one/</id>");
    }

    @Test
    void a_service_goes_on_at_another_address_once_readers_ids_are_kept() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("zola.toml", MOVED);
        world.refresh();

        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \"https://example.org/one/\"\n");
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.text("atom.xml"))
                .contains("<id>https://example.org/one/</id>")
                .contains("href=\"http://example.net/one/\"")
                .contains("<id>http://example.net/atom.xml</id>");
        world.restart();
        assertThat(world.refresh().changed()).isZero();
    }

    @Test
    void new_ids_that_are_accepted_once_move_everything() {
        world.post("one", "2026-01-01");
        world.post("gone", "2026-01-02", "rust");
        world.refresh();
        world.delete("content/gone.md");
        world.refresh();
        world.write("zola.toml", MOVED);

        world.refresher.acceptNewIds();
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
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
    void accepting_new_ids_counts_for_one_publication_of_a_running_service() {
        world.post("one", "2026-01-01");
        world.refresher.acceptNewIds();
        world.refresh();

        world.write("zola.toml", MOVED);

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void another_manner_of_slugs_is_refused_as_it_changes_most_ids() {
        for (var name : List.of("Eins Ä", "Zwei Ä", "Drei Ä", "four")) {
            world.post(name, "2026-01-01");
        }
        world.refresh();

        world.write("zola.toml", "base_url = \"https://example.org\"\nslugify.paths = \"safe\"\n");
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(outcome.problems().get(0).message())
                .contains("show 3 posts again as new, because their ids change, as from");
    }

    @Test
    void what_an_author_deletes_and_renames_is_never_refused() {
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
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).hasSize(6);
    }

    @Test
    void readers_of_feeds_whose_state_is_lost_are_known_by_the_files() {
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
        var outcome = other.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(outcome.problems().get(0).message())
                .contains("show 3 posts again as new")
                .contains("feedside import /site/feeds/rss.xml /site");
        assertThat(other.feedFiles().get("rss.xml")).isEqualTo(files.get("rss.xml"));
    }

    @Test
    void ids_that_no_one_feed_has_are_kept_by_importing_them_all() {
        world.write(
                "zola.toml", MOVED.replace("http:", "https:") + "feed_limit = 1\ntaxonomies = [{ name = \"tags\" }]\n");
        world.post("one", "2026-01-01", "a");
        world.post("two", "2026-01-02");
        world.refresh();

        world.write("zola.toml", MOVED + "feed_limit = 1\ntaxonomies = [{ name = \"tags\" }]\n");
        var outcome = world.refresh();

        assertThat(outcome.problems().get(0).message()).contains("feedside import /site/feeds /site.");
        var done = FeedImporter.of(
                new SystemDisk(),
                world.folder(),
                world.folder().folder().resolve("feeds"),
                new BuildOptions(false, ZoneOffset.UTC),
                world.clock.instant());
        assertThat(done.value().orElseThrow()).isEqualTo(new FeedImporter.Report(2, 2, 2, List.of()));
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
    }

    @Test
    void ids_that_were_changed_in_their_file_are_to_be_mended_there() {
        world.post("one", "2026-01-01");
        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \"x\"\n");
        world.refresh();

        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \"y\"\n");

        assertThat(world.refresh().problems().get(0).message())
                .contains("as from x to y. To keep the ids, write the old ones into /site/feedside-ids.toml again.");
    }

    @Test
    void a_broken_file_of_ids_leaves_what_is_published() {
        world.post("one", "2026-01-01");
        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \"x\"\n");
        world.refresh();

        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \n");
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(outcome.problems().get(0).toString()).startsWith("/site/feedside-ids.toml:2:");
        assertThat(world.text("atom.xml")).contains("<id>x</id>");
    }

    @Test
    void drafts_are_refused_in_a_folder_of_public_feeds() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.restartWithDrafts();
        var outcome = world.refresh();

        assertThat(outcome.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(outcome.problems().get(0).message()).contains("without drafts");
    }

    @Test
    void the_list_of_feeds_names_those_that_the_site_has_now() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02");
        world.refresh();
        assertThat(ReadOutline.of(world.text("feeds.opml")).urls())
                .containsExactly("https://example.org/atom.xml", "https://example.org/tags/rust/atom.xml");

        world.delete("content/one.md");
        world.refresh();

        assertThat(ReadOutline.of(world.text("feeds.opml")).urls()).containsExactly("https://example.org/atom.xml");
        assertThat(world.text("feeds.opml"))
                .contains("<dateModified>" + PageDate.of(world.clock.instant()).rss());
        assertThat(world.titles("tags/rust/atom.xml")).isEmpty();
    }

    @Test
    void the_list_of_feeds_stays_as_it_is_while_they_are_the_same() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        var list = world.document("feeds.opml");

        world.post("two", "2026-01-02", "rust");
        var outcome = world.refresh();

        assertThat(outcome.changed()).isEqualTo(6);
        assertThat(world.document("feeds.opml")).isEqualTo(list);
    }

    @Test
    void a_part_of_a_feed_that_holds_everything_does_not_say_that_it_does() {
        world.post("one", "2026-01-01");
        world.refresh();
        var before = Stream.of("atom.xml", "rss.xml").map(world::document).toList();
        world.post("two", "2026-01-02");
        world.refresh();

        assertThat(before).allSatisfy(old -> {
            var now = world.document(old.path());
            var part = now.since(old.digest()).orElseThrow().toString();
            assertThat(world.text(old.path())).contains("<fh:complete");
            assertThat(part).contains("two").doesNotContain("one").doesNotContain("complete");
        });
    }

    @Test
    void the_list_of_feeds_is_no_other_form_of_the_sites_first_page() {
        world.post("one", "2026-01-01");
        world.refresh();

        assertThat(world.document("feeds.opml").page()).isEmpty();
        assertThat(world.document("feeds.opml").mediaType()).isEqualTo("text/x-opml; charset=utf-8");
        assertThat(world.document("feeds.opml").entries()).isEmpty();
        assertThat(world.document("feed.json").page()).contains("https://example.org/");
        assertThat(world.document("feed.json").mediaType()).isEqualTo("application/feed+json");
        assertThat(world.document("feed.json").entries()).isEmpty();
    }

    @Test
    void a_feed_without_posts_names_the_sites_pictures_and_hub_as_others_do() {
        world.write("feedside.toml", "hub = 'https://hub.example.org/'\nicon = '/icon.png'\n");
        world.post("one", "2026-01-01", "java");
        world.refresh();
        world.post("one", "2026-01-01");
        world.refresh();

        assertThat(world.titles("tags/java/atom.xml")).isEmpty();
        assertThat(world.text("tags/java/atom.xml"))
                .contains("href=\"https://hub.example.org/\"")
                .contains("<icon>https://example.org/icon.png</icon>");
    }

    @Test
    void a_combination_follows_its_posts() {
        world.post("one", "2026-01-01", "java", "news");
        world.refresh();
        assertThat(world.found("tags/java+news/atom.xml")).contains("<title type=\"text\">one</title>");

        world.post("one", "2026-01-01", "java");
        world.post("two", "2026-01-02", "java", "news");
        world.refresh();

        assertThat(world.found("tags/java+news/atom.xml"))
                .contains("<title type=\"text\">two</title>")
                .doesNotContain("one");
    }

    @Test
    void a_combination_stays_in_memory_while_nothing_changes() {
        world.post("one", "2026-01-01", "java", "news");
        world.refresh();
        var first = world.published.current().seek("tags/java+news/atom.xml");

        world.refresh();

        var second = world.published.current().seek("tags/java+news/atom.xml");
        assertThat(((Lookup.Here) second).document()).isSameAs(((Lookup.Here) first).document());
    }

    @Test
    void before_the_posts_are_read_again_a_combination_may_be_there_later() {
        world.post("one", "2026-01-01", "java", "news");
        world.refresh();

        world.restart();

        assertThat(world.published.current().seek("tags/java+news/atom.xml")).isInstanceOf(Lookup.Later.class);
        assertThat(world.published.current().seek("wp-login.php")).isInstanceOf(Lookup.Nowhere.class);
        world.refresh();
        assertThat(world.found("tags/java+news/atom.xml")).contains("one");
    }

    @Test
    void pages_are_there_once_the_posts_are_read() {
        world.post("one", "2026-01-01", "java");
        world.refresh();

        world.restart();

        for (var path : List.of("feeds", "feeds/", "feeds/tags/java/", "feeds/all")) {
            assertThat(world.published.current().seek(path)).as(path).isInstanceOf(Lookup.Later.class);
        }
        world.refresh();
        assertThat(world.found("feeds/tags/java/")).contains("one");
    }

    @Test
    void a_page_shows_what_the_posts_say_now() {
        world.post("one", "2026-01-01", "java");
        world.refresh();
        assertThat(world.found("feeds/tags/java/")).contains("1 post").doesNotContain("two");

        world.post("two", "2026-01-02", "java");
        world.refresh();

        assertThat(world.found("feeds/tags/java/")).contains("2 posts", "two");
    }

    @Test
    void a_tag_whose_last_post_is_gone_keeps_its_page() {
        world.post("one", "2026-01-01", "java");
        world.refresh();
        world.delete("content/one.md");
        world.refresh();

        assertThat(world.found("feeds/tags/java/"))
                .contains("https://example.org/tags/java/atom.xml", "https://example.org/tags/java/feed.json")
                .contains("There are no posts for this feed any more");
        assertThat(world.text("tags/java/atom.xml")).contains("https://example.org/feeds/tags/java/");
    }

    @Test
    void pages_stand_where_the_settings_say_or_nowhere() {
        world.post("one", "2026-01-01", "java");
        world.refresh();
        assertThat(world.text("atom.xml")).contains("rel=\"related\"");

        world.write("feedside.toml", "pages = 'subscribe'\n");
        world.refresh();
        assertThat(world.found("subscribe/tags/java/")).contains("one");
        assertThat(world.found("feeds/tags/java/")).startsWith("nothing");
        assertThat(world.text("tags/java/rss.xml"))
                .contains("href=\"https://example.org/subscribe/tags/java/\" rel=\"related\" type=\"text/html\"");

        world.write("feedside.toml", "pages = ''\n");
        world.refresh();
        assertThat(world.found("subscribe/tags/java/")).startsWith("nothing");
        assertThat(world.text("atom.xml")).doesNotContain("rel=\"related\"");
        assertThat(world.document("atom.xml").about()).isEmpty();
    }

    @Test
    void a_feed_of_the_site_stands_where_a_page_would() {
        world.write("content/feeds/_index.md", "+++\ntitle = \"About feeds\"\ngenerate_feeds = true\n+++\n");
        world.write("content/feeds/one.md", "+++\ntitle = \"one\"\ndate = 2026-01-01\n+++\n");
        world.refresh();

        assertThat(world.titles("feeds/atom.xml")).containsExactly("one");
        assertThat(world.found("feeds/")).contains("<h1>Feeds</h1>", "href=\"../feeds/feeds/\"");
        assertThat(world.found("feeds/feeds/")).contains("About feeds</span></h1>");
    }

    @Test
    void an_archive_shows_posts_that_no_feed_does() {
        world.write("feedside.toml", "limit = 1\narchives = true\n");
        world.post("one", "2026-01-01");
        world.post("two", "2026-01-02");
        world.refresh();

        var archive = world.text("atom.xml").replaceAll("(?s).*rel=\"prev-archive\"[^>]*href=\"([^\"]*)\".*", "$1");
        archive = world.found(archive.substring("https://example.org/".length()))
                .replaceAll("(?s).*rel=\"prev-archive\"[^>]*href=\"([^\"]*)\".*", "$1");

        assertThat(world.found(archive.substring("https://example.org/".length())))
                .contains("Text of one.")
                .contains("<fh:archive")
                .contains("rel=\"current\"");
    }

    @Test
    void who_asks_before_all_files_are_compared_gets_what_is_asked_for() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        var asked = new AtomicBoolean();
        var findings = new ArrayList<Lookup>();
        world.disk = beforeReading(world.disk, () -> {
            if (world.published.current().isEmpty() || asked.getAndSet(true)) {
                return;
            }
            findings.add(world.published.current().seek("tags/rust/atom.xml"));
            findings.add(world.published.current().seek("tags/no/atom.xml"));
        });
        world.restart();

        assertThat(findings.get(0)).isInstanceOf(Lookup.Here.class);
        assertThat(findings.get(1)).isInstanceOf(Lookup.Later.class);
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
    void a_file_torn_while_the_service_was_down_is_not_served_at_once() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("feeds/atom.xml", "<feed");
        world.restart();

        assertThat(world.published.current().seek("atom.xml")).isInstanceOf(Lookup.Later.class);
        assertThat(world.published.current().seek("rss.xml")).isInstanceOf(Lookup.Here.class);
    }

    @Test
    void a_lost_state_starts_from_the_files() {
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

    @ParameterizedTest
    @ValueSource(strings = {"atom.xml", "feed.json", "feeds.opml"})
    void last_modified_grows_beyond_that_of_a_file_that_says_nothing(String path) {
        world.post("one", "2026-01-01");
        world.clock.advance(Duration.ofDays(1));
        world.write("feeds/" + path, "{}");
        var written = world.clock.instant();

        world.refresh();

        assertThat(world.document(path).lastModified().orElseThrow()).isAfter(written);
    }

    @Test
    void the_same_posts_give_the_same_bytes_and_validators() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02", "java", "rust");
        world.refresh();

        var other = new World();
        other.clock.advance(Duration.ofDays(20));
        other.post("two", "2026-01-02", "java", "rust");
        other.post("one", "2026-01-01", "rust");
        other.refresh();

        assertThat(other.feedFiles()).isEqualTo(world.feedFiles());
        assertThat(List.copyOf(other.published.current().documents()))
                .isEqualTo(List.copyOf(world.published.current().documents()));
    }

    @Test
    void a_link_to_a_page_follows_when_the_page_moves() {
        world.post("one", "2026-01-01", "See [two](@/two.md).", new String[0]);
        world.post("two", "2026-01-02");
        world.refresh();
        assertThat(world.text("atom.xml")).contains("https://example.org/two/\"");

        world.write("content/two.md", "+++\ntitle = \"two\"\ndate = 2026-01-02\nslug = \"zwei\"\n+++\nText.\n");
        world.refresh();

        assertThat(world.text("atom.xml")).contains("https://example.org/zwei/\"");
    }

    @Test
    void a_post_that_is_too_large_is_refused_with_its_limit() {
        world.write("feedside.toml", "max_post_bytes = 100\n");
        world.post("small", "2026-01-01");
        world.post("large", "2026-01-02", "x".repeat(200), new String[0]);

        var outcome = world.refresh();

        assertThat(outcome.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "/site/content/large.md:1:1: error: the file is larger than 100 bytes: split it, or raise max_post_bytes in feedside.toml");
        assertThat(world.titles("atom.xml")).containsExactly("small");
    }

    @Test
    void bytes_that_are_not_utf8_are_reported_where_they_stand() {
        world.writeBytes("content/latin.md", new byte[] {'+', '+', '+', '\n', 't', '=', (byte) 0xE9, '\n'});

        var outcome = world.refresh();

        assertThat(outcome.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "/site/content/latin.md:2:3: error: this byte is not UTF-8: save the file in the encoding UTF-8");
    }

    @Test
    void characters_that_xml_forbids_are_dropped_with_a_warning() {
        world.write("content/odd.md", "+++\ntitle = \"Bell\\u0007\"\ndate = 2026-01-01\n+++\nRing \u0007 ring\n");

        var outcome = world.refresh();

        assertThat(world.titles("atom.xml")).containsExactly("Bell");
        assertThat(world.text("atom.xml")).contains("Ring  ring");
        assertThat(outcome.problems()).isNotEmpty().noneMatch(Diagnostic::isError);
    }

    @Test
    void feeds_that_cannot_be_written_are_told_in_one_line_and_served() {
        world.write("feeds/tags", "a file where a folder should be");
        world.post("one", "2026-01-01", "a", "b");

        var outcome = world.refresh();

        assertThat(outcome.problems())
                .singleElement()
                .asString()
                .contains("/site/feeds:1:1", "feeds cannot be written", "tags", "look at space and permissions");
        assertThat(world.text("tags/b/atom.xml")).contains("Text of one.");
        world.delete("feeds/tags");
        assertThat(world.refresh().problems()).isEmpty();
        assertThat(world.feedFiles()).containsKey("tags/b/atom.xml");
    }
}
