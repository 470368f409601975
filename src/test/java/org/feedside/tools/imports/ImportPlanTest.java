package org.feedside.tools.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Timestamp;
import org.feedside.config.KnownPosts;
import org.feedside.config.KnownPosts.Known;
import org.feedside.content.PageDate;
import org.feedside.formats.reading.ImportedFeed;
import org.feedside.site.Post;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ImportPlanTest {
    private static final Place PLACE = Place.startOf("old.xml");

    private static final List<Post> POSTS = TestSite.empty()
            .file("zola.toml", "base_url = 'https://new.example/blog'")
            .page("hello.md", "title = 'Hello, World'", "date = 2020-01-02")
            .page("b/hello.md", "title = 'Another'", "date = 2021-05-05")
            .page("cafe.md", "title = 'Café & <b>bar</b>'", "date = 2020-02-03T23:30:00+01:00", "path = 'caf%C3%A9'")
            .page(
                    "moved.md",
                    "title = 'Moved'",
                    "date = 2020-03-04",
                    "updated = 2020-04-04",
                    "aliases = ['/2020/03/old.html', 'before/']")
            .page("about.md", "title = 'About'", "date = 2020-01-01")
            .read()
            .site()
            .posts();

    private static ImportedFeed feed(ImportedFeed.Entry... entries) {
        return new ImportedFeed(Optional.of("http://old.example/weblog/"), List.of(entries));
    }

    private static ImportedFeed.Entry entry(String id, String link) {
        return new ImportedFeed.Entry(Optional.of(id), Optional.of(link), "Title", Optional.empty(), Optional.empty());
    }

    private static ImportedFeed.Entry entry(String id, String link, String published, String updated) {
        return new ImportedFeed.Entry(
                Optional.of(id), Optional.of(link), "Title", PageDate.parse(published), PageDate.parse(updated));
    }

    private static ImportPlan imported(ImportedFeed.Entry... entries) {
        return ImportPlan.of("old.xml", feed(entries), POSTS, KnownPosts.NONE);
    }

    private static Known known(String id, String published, String updated) {
        return new Known(id, timestamp(published), timestamp(updated), PLACE);
    }

    private static Optional<Timestamp> timestamp(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty()).map(Timestamp::new);
    }

    @ParameterizedTest
    @RowSource("moving-matching")
    void an_entry_is_the_post_of_which_most_speaks(Rows.Row row) {
        var entry = new ImportedFeed.Entry(
                row.optional(1), row.optional(0), row.text(2), PageDate.parse(row.text(3)), Optional.empty());

        var found = EntryMatcher.of(feed(entry), POSTS);

        assertThat(Optional.ofNullable(found.get(entry))
                        .map(post -> post.page().path().path()))
                .isEqualTo(row.optional(4));
    }

    @Test
    void no_post_gets_two_entries_and_the_surer_sign_wins() {
        var byTitle = new ImportedFeed.Entry(
                Optional.of("1"), Optional.empty(), "Hello, World", PageDate.parse("2020-01-02"), Optional.empty());
        var bySlug = entry("2", "http://old.example/2020/moved/");
        var byPath = entry("3", "http://old.example/hello/");
        var again = entry("4", "http://old.example/hello.html");
        var byPathToo = entry("5", "http://old.example/moved/");

        var done = imported(byTitle, bySlug, byPath, again, byPathToo);

        assertThat(done.found()).isEqualTo(2);
        assertThat(done.added())
                .containsOnly(Map.entry("hello.md", known("3", "", "")), Map.entry("moved.md", known("5", "", "")));
        assertThat(done.problems()).hasSize(3);
    }

    @Test
    void what_the_site_would_say_by_itself_is_not_written() {
        var done = imported(
                entry("https://new.example/blog/hello/", "https://new.example/blog/hello/", "2020-01-02", "2020-01-02"),
                entry("https://new.example/blog/moved/", "https://new.example/blog/moved/", "", "2020-04-03"));

        assertThat(done.found()).isEqualTo(2);
        assertThat(done.added()).isEmpty();
    }

    @Test
    void dates_are_written_that_the_site_would_say_otherwise() {
        var done = imported(
                entry(
                        "https://new.example/blog/hello/",
                        "https://new.example/blog/hello/",
                        "2020-01-02T09:13:00Z",
                        "2020-01-02T09:13:00Z"),
                entry("https://new.example/blog/moved/", "/moved/", "2020-03-04", "2020-05-05T01:00:00Z"));

        assertThat(done.added())
                .containsOnly(
                        Map.entry("hello.md", known("https://new.example/blog/hello/", "2020-01-02T09:13:00Z", "")),
                        Map.entry("moved.md", known("https://new.example/blog/moved/", "", "2020-05-05T01:00:00Z")));
    }

    @Test
    void what_is_known_already_stays() {
        var known = new KnownPosts(Map.of("hello.md", known("mine", "", ""), "gone.md", known("gone", "", "")));

        var done = ImportPlan.of(
                "old.xml",
                feed(entry("urn:1", "http://old.example/hello"), entry("gone", "http://old.example/gone")),
                POSTS,
                known);

        assertThat(done.found()).isEqualTo(1);
        assertThat(done.added()).isEmpty();
        assertThat(done.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "old.xml:1:1: warning: \"Title\" (http://old.example/gone) is gone.md in feedside-ids.toml, which is not a post: rename that table if the file was renamed");
    }

    @Test
    void an_entry_without_a_post_is_reported_with_a_remedy() {
        assertThat(imported(entry("urn:1", "http://old.example/lost")).problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "old.xml:1:1: warning: \"Title\" (http://old.example/lost) is not a post of this site: if it is, write [\"path/of/its-file.md\"] with id = \"urn:1\" into feedside-ids.toml");
    }

    @Test
    void an_entry_without_an_id_is_reported() {
        var nameless = new ImportedFeed.Entry(
                Optional.empty(), Optional.empty(), "A\u009B\n" + "x".repeat(200), Optional.empty(), Optional.empty());

        var done = imported(
                nameless,
                entry("two\nlines", "http://old.example/hello"),
                entry("urn:1", "http://old.example/hello"),
                entry("urn:1", "http://old.example/moved"));

        assertThat(done.entries()).isEqualTo(4);
        assertThat(done.added()).containsOnlyKeys("hello.md");
        assertThat(done.problems())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "\"A " + "x".repeat(98)
                                + "…\" (no link) has neither an id nor a link, so readers have no id to keep: ignored",
                        "\"Title\" (http://old.example/hello) has neither an id nor a link, so readers have no id to keep: ignored",
                        "\"Title\" (http://old.example/moved) has the id of an earlier entry, so readers know only that one: ignored");
    }
}
