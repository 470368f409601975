package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.refreshing.RefreshResult.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With {@code built}, the pages that the generator wrote decide what the feeds contain. */
class BuiltPagesTest {
    private final World world = new World();

    @BeforeEach
    void configure() {
        world.write("feedside.toml", "built = \"public\"\ncontent_selector = \"main\"\n");
        world.restart();
        post("one", "One", "The first text of a post.");
        build("one", "One", "<p>The first text of a post.</p>");
    }

    private void post(String name, String title, String body) {
        world.write(
                "content/" + name + ".md", "+++\ntitle = \"%s\"\ndate = 2026-01-01\n+++\n%s\n".formatted(title, body));
    }

    private void build(String name, String title, String content) {
        page("public/" + name + "/index.html", "", title, content);
    }

    private void page(String file, String head, String title, String content) {
        world.write(file, """
                <html><head><title>%s</title>%s</head><body><nav><a href="/">Home</a></nav>
                <main><h1>%s</h1><p class="date">1 January</p>%s<p>Next: another post</p></main></body></html>
                """.formatted(title, head, title, content));
    }

    /** Refreshes until the folder of the pages counts as quiet. */
    private RefreshResult refresh() {
        world.refresh();
        return world.refreshAgain();
    }

    private static List<String> codes(RefreshResult result) {
        return result.problems().stream()
                .map(Diagnostic::code)
                .map(Object::toString)
                .toList();
    }

    private String content() {
        return world.text("feed.json");
    }

    @Test
    void a_post_is_in_the_feeds_when_its_page_is_built() {
        post("two", "Two", "Another text.");

        var before = refresh();

        assertThat(world.titles("atom.xml")).containsExactly("One");
        assertThat(before.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "/site/content/two.md:1:1: advice: its page /two/ is not built yet, so it is in no feed: build the site");

        build("two", "Two", "<p>Another text.</p>");
        assertThat(refresh().problems()).isEmpty();
        assertThat(world.titles("atom.xml")).containsExactly("One", "Two");
    }

    @Test
    void a_page_may_be_a_file_with_the_name_of_its_folder_and_below_the_path_of_base_url() {
        post("two", "Two", "Another text.");
        page("public/two.html", "", "Two", "<p>Another text.</p>");

        refresh();

        assertThat(world.titles("atom.xml")).containsExactly("One", "Two");
    }

    @Test
    void nothing_is_published_while_the_folder_is_written() {
        refresh();
        build("two", "Two", "<p>Another text.</p>");
        post("two", "Two", "Another text.");

        world.clock.advance(Duration.ofSeconds(5));
        var first = world.refresher.refresh(world.clock.instant());
        assertThat(first.kind()).isEqualTo(Kind.POSTPONED);
        assertThat(first.nextRefresh()).contains(world.clock.instant().plusMillis(500));

        build("three", "Three", "<p>More</p>");
        world.clock.advance(Duration.ofMillis(500));
        assertThat(world.refresher.refresh(world.clock.instant()).kind()).isEqualTo(Kind.POSTPONED);
        assertThat(world.titles("atom.xml")).containsExactly("One");

        world.clock.advance(Duration.ofMillis(500));
        assertThat(world.refresher.refresh(world.clock.instant()).kind()).isEqualTo(Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("One", "Two");
    }

    @Test
    void the_content_is_the_posts_part_of_the_page() {
        post("one", "One", "The first text of a post.\n\n{{ chart(data=\"x\") }}\n\nThe last text of it.");
        build(
                "one",
                "One",
                "<p>The first <b>text</b> of a post.</p><table><tr><td>chart</td></tr></table><p>The last text of it.</p>");

        refresh();

        assertThat(content())
                .contains("The first <b>text</b> of a post.")
                .contains("<td>chart</td>")
                .doesNotContain("1 January", "Next:", "Home", "<h1>");
    }

    @Test
    void the_summary_ends_at_the_block_of_the_summary_mark() {
        post("one", "One", "The first text of a post.\n\n<!-- more -->\n\nThe last text of it.");
        build("one", "One", "<p>The <b>first</b> text of a post.</p><p>The last text of it.</p>");

        refresh();

        assertThat(world.text("atom.xml"))
                .contains("&lt;p&gt;The &lt;b&gt;first&lt;/b&gt; text of a post.&lt;/p&gt;</summary>");
    }

    @Test
    void other_navigation_changes_no_document() {
        refresh();
        var before = world.feedFiles();
        world.write("public/one/index.html", """
                <html><head><link href="/style.4711.css"></head><body><header>New header</header>
                <main><h1>One</h1><p class="date">5 minutes</p><p>The first text of a post.</p></main></body></html>
                """);

        refresh();

        assertThat(world.feedFiles()).isEqualTo(before);
    }

    @Test
    void an_edited_post_stays_as_it_was_until_its_page_has_changed() {
        refresh();
        post("one", "Uno", "The first text, corrected.");

        var waiting = refresh();
        assertThat(world.titles("atom.xml")).containsExactly("One");
        assertThat(content()).contains("The first text of a post.");
        assertThat(codes(waiting)).containsExactly("not-built");

        world.restart();
        refresh();
        assertThat(world.titles("atom.xml")).containsExactly("One");

        build("one", "Uno", "<p>The first text, corrected.</p>");
        refresh();
        assertThat(world.titles("atom.xml")).containsExactly("Uno");
        assertThat(content()).contains("The first text, corrected.");
    }

    @Test
    void words_that_were_removed_from_a_post_wait_for_the_page_too() {
        post("one", "One", "The first text of a post.\n\nA secret.");
        build("one", "One", "<p>The first text of a post.</p><p>A secret.</p>");
        refresh();
        post("one", "One, shorter", "The first text of a post.");

        refresh();

        assertThat(world.titles("atom.xml")).containsExactly("One");
    }

    @Test
    void other_words_are_published_when_neither_page_nor_post_has_changed_for_a_minute() {
        refresh();
        post("one", "One", "The first text of a post.\n\n{{ chart() }}");
        build("one", "One", "<p>The first text of a post.</p><p>Sales grew.</p>");

        var waiting = refresh();
        assertThat(content()).doesNotContain("Sales grew.");
        assertThat(waiting.nextRefresh()).isPresent();

        world.clock.advance(Duration.ofMinutes(1));
        world.refresher.refresh(world.clock.instant());
        assertThat(content()).contains("Sales grew.");
    }

    @Test
    void a_post_whose_page_is_gone_stays_for_a_while() {
        refresh();
        world.delete("public/one/index.html");
        page("public/other/index.html", "", "Other", "<p>Text.</p>");

        refresh();
        assertThat(world.titles("atom.xml")).containsExactly("One");
        assertThat(content()).contains("The first text of a post.");

        world.clock.advance(Duration.ofMinutes(10));
        world.refresher.refresh(world.clock.instant());
        assertThat(world.titles("atom.xml")).isEmpty();
    }

    @Test
    void after_a_restart_nothing_is_published_while_the_published_content_is_lost() {
        refresh();
        world.delete("public/one/index.html");
        page("public/other/index.html", "", "Other", "<p>Text.</p>");
        refresh();
        var before = world.feedFiles();

        world.restart();
        assertThat(refresh().kind()).isEqualTo(Kind.POSTPONED);
        assertThat(world.feedFiles()).isEqualTo(before);
    }

    @Test
    void the_address_is_that_of_the_page_that_has_the_posts_address_as_its_canonical_link() {
        post("two", "Two", "Another text.");
        page(
                "public/archive/2.html",
                "<link rel=\"canonical\" href=\"https://example.org/two/\">",
                "Page",
                "<p>Another text.</p>");

        refresh();

        assertThat(world.text("feed.json")).contains("https://example.org/two/");
    }

    @Test
    void the_address_is_that_of_the_only_page_with_the_posts_title_and_day() {
        post("two", "Two", "Another text.");
        page(
                "public/posts/two-b/index.html",
                "<meta property=\"article:published_time\" content=\"2026-01-01T00:00Z\">",
                "Two",
                "<p>Another text.</p>");

        var result = refresh();

        assertThat(world.text("feed.json")).contains("https://example.org/posts/two-b/");
        assertThat(codes(result)).containsExactly("built-page");
    }

    @Test
    void a_page_in_the_folder_of_the_language_has_its_address() {
        post("two", "Two", "Another text.");
        build("en/two", "Two", "<p>Another text.</p>");

        var result = refresh();

        assertThat(world.text("feed.json")).contains("https://example.org/en/two/");
        assertThat(codes(result)).isEmpty();
    }

    @Test
    void a_page_may_be_at_the_address_in_lower_case() {
        world.write(
                "content/two.md",
                "+++\ntitle = \"Two\"\ndate = 2026-01-01\npath = \"K8s/My Post\"\n+++\nAnother text.\n");
        build("k8s/my-post", "Two", "<p>Another text.</p>");

        refresh();

        assertThat(world.text("feed.json")).contains("https://example.org/k8s/my-post/");
    }

    @Test
    void lists_of_posts_are_not_taken_for_the_page_of_a_post() {
        post("two", "Two", "Another text, which is long enough to be found on a page of the site.");
        var text = "<p>Another text, which is long enough to be found on a page of the site.</p>";
        page("public/index.html", "", "Two", text);
        page("public/page/4/index.html", "", "Two", text);
        page("public/posts/index.html", "", "Two", text + "<h1>One</h1>");

        var result = refresh();

        assertThat(codes(result)).containsExactly("not-built");
        assertThat(world.text("feed.json")).doesNotContain("Another text");
    }

    @Test
    void several_pages_with_the_posts_title_and_day_are_a_problem_that_names_them() {
        post("two", "Two", "Another text.");
        for (var name : List.of("a", "b")) {
            page(
                    "public/" + name + ".html",
                    "<meta property=\"article:published_time\" content=\"2026-01-01\">",
                    "Two",
                    "<p>Another text.</p>");
        }

        var result = refresh();

        assertThat(result.problems().get(0).message()).contains("a.html, b.html");
        assertThat(world.titles("atom.xml")).containsExactly("One");
    }

    @Test
    void a_page_that_does_not_contain_the_post_leaves_it_with_the_html_of_its_markdown() {
        build("one", "One", "<p>Members only.</p>");

        var result = refresh();

        assertThat(content()).contains("The first text of a post.").doesNotContain("Members");
        assertThat(codes(result)).containsExactly("built-page");
    }

    @Test
    void a_folder_without_pages_is_one_problem() {
        world.delete("public/one/index.html");

        var result = refresh();

        assertThat(codes(result)).containsExactly("not-built");
        assertThat(result.problems().get(0).message()).contains("`built` has no pages");
    }

    @Test
    void a_wrong_selector_stops_publishing() {
        refresh();
        var before = world.feedFiles();
        world.write("feedside.toml", "built = \"public\"\ncontent_selector = \"main[\"\n");

        var result = refresh();

        assertThat(result.kind()).isEqualTo(Kind.DEGRADED);
        assertThat(result.problems().get(0).message()).contains("content_selector");
        assertThat(world.feedFiles()).isEqualTo(before);
    }

    @Test
    void the_pages_about_feeds_have_the_theme_colour_of_the_home_page() {
        page("public/index.html", "<meta name=\"theme-color\" content=\"#7a1f5c\">", "Home", "");
        refresh();

        assertThat(accent()).isEqualTo("#7a1f5c");

        page(
                "public/index.html",
                "<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#000000\">"
                        + "<meta name=\"theme-color\" content=\"#1f7a5c\">",
                "Home",
                "");
        refresh();

        assertThat(accent()).isEqualTo("#1f7a5c");
    }

    private String accent() {
        var style = world.found("feeds/all").replaceAll("(?s).*?<link rel=\"stylesheet\" href=\"../([^\"]*)\".*", "$1");
        return world.found(style).replaceAll("(?s).*?--accent: ([^;]*);.*", "$1");
    }
}
