package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Diagnostic;
import org.junit.jupiter.api.Test;

/** The length of an enclosure follows its file. */
class RefresherEnclosuresTest {
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
    void the_file_of_an_enclosure_may_be_added_later_grow_and_be_deleted() {
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
        var added = world.refresh();
        assertThat(added.problems()).isEmpty();
        assertThat(added.changed()).isEqualTo(3);
        assertThat(world.text("rss.xml")).contains(enclosure(5));

        world.write("static/audio/talk.mp3", "1234567");
        var grown = world.refresh();
        assertThat(grown.changed()).isEqualTo(3);
        assertThat(world.text("rss.xml")).contains(enclosure(7));
        assertThat(world.updated("atom.xml")).isEqualTo(world.clock.instant());

        world.delete("static/audio/talk.mp3");
        world.refresh();
        assertThat(world.text("rss.xml")).contains(enclosure(7));
        world.refreshAgain();
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
        var result = world.refresh();

        assertThat(result.changed()).isZero();
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

    /** Follows the archives of the site's RSS feed to the one with this post. */
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
    void the_folders_where_an_enclosure_may_appear_are_watched() {
        world.write("content/talk.md", EPISODE);
        world.write("static/other.css", "");

        assertThat(world.refresh().folders()).extracting(Object::toString).contains("/site/static");
        world.write("static/audio/talk.mp3", "12345");
        assertThat(world.refresh().folders()).extracting(Object::toString).contains("/site/static/audio");
    }

    @Test
    void a_broken_enclosure_leaves_the_previous_one() {
        world.write("content/talk.md", EPISODE);
        world.write("static/audio/talk.mp3", "12345");
        world.refresh();

        world.write("content/talk.md", EPISODE.replace("/audio", "/../audio"));
        var result = world.refresh();

        assertThat(result.changed()).isZero();
        assertThat(result.problems()).singleElement().matches(Diagnostic::isError);
        assertThat(world.text("rss.xml")).contains(enclosure(5));
    }
}
