package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.MarkdownConfig;
import org.feedside.config.ServiceConfig;
import org.feedside.content.EnclosureLengths;
import org.feedside.content.PageDate;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.markup.RenderedPage;
import org.feedside.site.Site;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;

class FeedCacheTest {
    private final FeedCache memory = new FeedCache();
    private String html = "<p>x</p>";
    private long length;

    private static Site site(String... lines) {
        return TestSite.configured(lines)
                .page("a.md", "title = \"A\\u0001\"", "date = 2025-01-02", "extra.enclosure = 'a.mp3'")
                .page("b.md", "date = 2025-01-01")
                .read()
                .site();
    }

    private Feeds feeds(Site site) {
        var page = new RenderedPage(html, Optional.empty(), List.of());
        var pages = site.posts().stream()
                .collect(Collectors.toMap(post -> post.page().path(), post -> page));
        var markup = new MarkdownRenderer(MarkdownConfig.DEFAULT, SlugMode.ON, Map.of());
        var lengths = site.posts().stream()
                .flatMap(post -> post.page().enclosure().stream())
                .collect(Collectors.toMap(enclosure -> enclosure, enclosure -> length));
        return Feeds.of(
                FeedPlan.of(site, ServiceConfig.DEFAULT),
                new RenderedPosts(pages, markup, site.permalinks()),
                new EnclosureLengths(lengths, Set.of(), List.of(), Set.of()),
                memory);
    }

    private static Feed feed(Feeds feeds) {
        return feeds.all().get(0);
    }

    @Test
    void the_same_posts_have_the_same_feed_and_the_same_diagnostics() {
        var site = site();
        var before = feeds(site);
        var after = feeds(site);

        assertThat(before.problems()).isNotEmpty();
        assertThat(after.problems()).isEqualTo(before.problems());
        assertThat(feed(after)).isSameAs(feed(before));
    }

    @Test
    void a_post_beyond_the_limit_changes_the_date_of_the_feed() {
        var site = TestSite.configured("feed_limit = 1").page("a.md", "date = 2025-01-02");
        feeds(site.page("b.md", "date = 2025-01-01").read().site());
        var after = site.page("b.md", "date = 2025-01-01", "updated = 2025-03-01")
                .read()
                .site();

        assertThat(feed(feeds(after)).changed().map(PageDate::text)).contains("2025-03-01");
    }

    @Test
    void changed_html_makes_a_new_entry() {
        var site = site();
        feeds(site);
        html = "<p>y</p>";

        assertThat(feed(feeds(site)).entries().get(1).content()).isEqualTo("<p>y</p>");
    }

    @Test
    void a_changed_length_makes_a_new_entry() {
        var site = site();
        feeds(site);
        length = 7;

        assertThat(feed(feeds(site)).entries().get(0).enclosure().map(Enclosure::length))
                .contains(7L);
    }

    @Test
    void changed_settings_make_new_feeds() {
        feeds(site());

        assertThat(feed(feeds(site("author = 'Ada'"))).entries().get(0).authors())
                .extracting(Person::name)
                .containsExactly("Ada");
    }
}
