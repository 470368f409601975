package org.feedside.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.feedside.testing.ReadOutline;
import org.feedside.testing.TestSite;
import org.feedside.testing.ValidFeed;
import org.junit.jupiter.api.Test;

/** The list of all feeds (OPML 2.0; publishing.md, section 2.6). */
class OutlineTest {
    private static final TestSite SITE = TestSite.configured(
                    "description = 'About <all> & more'",
                    "author = 'Ann <a@example.org>'",
                    "taxonomies = [{ name = 'tags' }, { name = 'places' }]",
                    "feed_filenames = ['feed.xml']",
                    "[languages.fr]",
                    "title = 'Le site'",
                    "taxonomies = [{ name = 'tags' }]")
            .page("blog/_index.md", "title = 'Blog'", "generate_feeds = true")
            .page("blog/a.md", "date = 2025-01-15", "taxonomies.tags = ['R&D', '\"C\"']", "taxonomies.places = ['Ulm']")
            .page("blog/a.fr.md", "date = 2025-01-16T10:00:00+01:00", "taxonomies.tags = ['Été']");

    @Test
    void sites_come_first_then_sections_then_each_taxonomy() {
        var read = SITE.read();

        assertThat(ReadOutline.of(read.text("feeds.opml")).lines())
                .containsExactly(
                        "Site",
                        "Le site",
                        "Sections",
                        "- Site - Blog",
                        "tags",
                        "- Site - \"C\"",
                        "- Site - R&D",
                        "- Le site - Été",
                        "places",
                        "- Site - Ulm");
    }

    @Test
    void every_feed_is_listed_once_with_its_atom_file() {
        var read = SITE.read();

        assertThat(ReadOutline.of(read.text("feeds.opml")).urls())
                .containsExactlyInAnyOrderElementsOf(read.atomUrls())
                .allMatch(url -> url.endsWith("/atom.xml"));
    }

    @Test
    void a_line_has_all_that_feed_readers_show() {
        assertThat(SITE.read().text("feeds.opml").lines())
                .contains(
                        "<opml version=\"2.0\">",
                        "<title>Feeds of Site</title>",
                        "<ownerName>Ann</ownerName>",
                        "<outline text=\"Site - R&amp;D\" title=\"Site - R&amp;D\" type=\"rss\""
                                + " xmlUrl=\"https://example.org/tags/r-d/atom.xml\" htmlUrl=\"https://example.org/tags/r-d/\""
                                + " description=\"About &lt;all&gt; &amp; more\" language=\"en\" />");
    }

    @Test
    void the_date_is_that_of_the_newest_feed() {
        assertThat(SITE.read().text("feeds.opml"))
                .contains("<dateModified>Thu, 16 Jan 2025 10:00:00 +0100</dateModified>");
    }

    @Test
    void the_list_is_valid_without_posts() {
        for (var read :
                new TestSite.Result[] {SITE.read(), TestSite.configured().read()}) {
            assertThat(ValidFeed.problems(read.text("feeds.opml").getBytes(StandardCharsets.UTF_8), read.now()))
                    .isEmpty();
        }
    }

    @Test
    void a_feed_with_the_same_path_is_kept() {
        var read = TestSite.configured("feed_filenames = ['feeds.opml']").read();

        assertThat(read.text("feeds.opml")).contains("<feed ");
        assertThat(read.feeds().outline()).isEmpty();
    }
}
