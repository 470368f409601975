package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.feedside.base.text.PercentEncoding;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;

/** Combinations, archives and named feeds of a site. */
class OnDemandTest {
    private static final List<String> TAGS = List.of("a", "b", "c", "d", "e", "f");

    private static Feed found(TestSite.Result read, String path) {
        var found = read.feeds().onDemand().find(path).value().orElseThrow();
        assertThat(found.file().path()).isEqualTo(path);
        return found.feed();
    }

    private static List<String> slugs(Feed feed) {
        return feed.entries().stream()
                .map(entry -> entry.link().replaceFirst(".*/([^/]+)/$", "$1"))
                .toList();
    }

    private static TestSite tagged(String... configuration) {
        return TestSite.configured(configuration)
                .page("x.md", "date = 2025-01-03", "taxonomies.tags = ['Rust', 'Web']")
                .page("y.md", "date = 2025-01-02", "taxonomies.tags = ['Rust']")
                .page("z.md", "date = 2025-01-01", "taxonomies.tags = ['Web', 'Go']");
    }

    @Test
    void a_combination_is_a_feed_like_any_other() {
        var feed = found(tagged("taxonomies = [{ name = 'tags' }]").read(), "tags/rust+web/atom.xml");

        assertThat(feed.title()).isEqualTo("Site - Rust + Web");
        assertThat(feed.page()).isEqualTo(TestSite.BASE_URL + "/tags/");
        assertThat(feed.history()).isInstanceOf(History.Complete.class);
        assertThat(feed.files())
                .extracting(FeedFile::url)
                .contains(
                        TestSite.BASE_URL + "/tags/rust+web/atom.xml",
                        TestSite.BASE_URL + "/tags/rust+web/rss.xml",
                        TestSite.BASE_URL + "/tags/rust+web/feed.json");
        assertThat(slugs(feed)).containsExactly("x");
    }

    @Test
    void all_any_and_not_select_posts() {
        var read = tagged("taxonomies = [{ name = 'tags' }]").read();

        assertThat(slugs(found(read, "tags/rust,web/rss.xml"))).containsExactly("x", "y", "z");
        assertThat(slugs(found(read, "tags/rust+-web/rss.xml"))).containsExactly("y");
        assertThat(slugs(found(read, "tags/-rust/feed.json"))).containsExactly("z");
        assertThat(slugs(found(read, "tags/go+rust/rss.xml"))).isEmpty();
    }

    @Test
    void a_combination_of_exclusions_has_a_title() {
        var read = tagged("taxonomies = [{ name = 'tags' }]").read();

        assertThat(found(read, "tags/-rust/atom.xml").title()).isEqualTo("Site \u2212 Rust");
    }

    @Test
    void every_other_form_redirects_to_the_canonical_one() {
        var read = tagged("taxonomies = [{ name = 'tags' }]").read().feeds().onDemand();

        assertThat(read.find("tags/web+rust/atom.xml")).isEqualTo(new Lookup.Moved<>("tags/rust+web/atom.xml"));
        assertThat(read.find("tags/Rust+Web/atom.xml")).isEqualTo(new Lookup.Moved<>("tags/rust+web/atom.xml"));
        assertThat(read.find("tags/rust-web/rss.xml")).isEqualTo(new Lookup.Moved<>("tags/rust+-web/rss.xml"));
        assertThat(read.find("tags/rust+rust/rss.xml")).isEqualTo(new Lookup.Moved<>("tags/rust/rss.xml"));
    }

    @Test
    void unknown_combinations_are_not_found() {
        var read = tagged("taxonomies = [{ name = 'tags' }]").read().feeds().onDemand();

        for (var path : List.of(
                "tags/rust+none/atom.xml",
                "tags/rust+web/index.html",
                "tags/rust+web/",
                "tags/rust+web",
                "rust+web/atom.xml",
                "tags/rust+web/more/atom.xml",
                "tags//atom.xml",
                "",
                "/",
                "archive/1-00000000/atom.xml")) {
            assertThat(read.find(path)).as(path).isInstanceOf(Lookup.NotFound.class);
        }
    }

    @Test
    void a_tag_that_only_drafts_have_is_unknown() {
        var read = tagged("taxonomies = [{ name = 'tags' }]")
                .page("w.md", "date = 2025-01-01", "draft = true", "taxonomies.tags = ['Secret']")
                .read();

        assertThat(read.feeds().onDemand().find("tags/rust+-secret/atom.xml")).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void each_taxonomy_of_each_language_has_combinations() {
        var read = TestSite.configured("[languages.fr]", "taxonomies = [{ name = 'themes' }]")
                .page("a.fr.md", "date = 2025-01-01", "taxonomies.themes = ['Été', 'Mer']")
                .read();

        assertThat(slugs(found(read, "fr/themes/ete+mer/atom.xml"))).containsExactly("a");
    }

    /** Request paths are in composed form (NFC), while authors on some systems write tags in decomposed form. */
    @Test
    void a_tag_in_decomposed_form_has_combinations_and_archives() {
        var read = TestSite.configured("taxonomies = [{ name = 'tags' }]", "slugify = { taxonomies = 'off' }")
                .file("feedside.toml", "limit = 1\narchives = true")
                .page("a.md", "date = 2025-01-01", "taxonomies.tags = ['cafe\u0301', 'web']")
                .page("b.md", "date = 2025-01-02", "taxonomies.tags = ['cafe\u0301', 'web']")
                .read();

        assertThat(found(read, "tags/caf\u00e9+web/atom.xml").entries()).hasSize(1);
        assertThat(read.feeds().onDemand().find("tags/cafe\u0301+web/atom.xml")).isInstanceOf(Lookup.Found.class);
        var current = (History.Current) read.feed("tags/cafe\u0301/atom.xml").history();
        var archive =
                PercentEncoding.decodedPath(current.previous().substring(TestSite.BASE_URL.length() + 1) + "atom.xml");
        assertThat(read.feeds().onDemand().find(FeedFile.composed(archive))).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void feeds_on_demand_have_no_hub() {
        var read = tagged("taxonomies = [{ name = 'tags' }]")
                .file("feedside.toml", "hub = 'https://hub.example/'")
                .read();

        assertThat(read.feed("tags/rust/atom.xml").hub()).contains("https://hub.example/");
        assertThat(found(read, "tags/rust+web/atom.xml").hub()).isEmpty();
    }

    @Test
    void combinations_select_the_same_posts_as_a_naive_search() {
        var seed = Long.getLong("combinations.seed", 20261124L);
        var random = new Random(seed);
        var site = TestSite.configured("taxonomies = [{ name = 'tags' }]");
        var posts = new ArrayList<Set<String>>();
        for (int i = 0; i < 40; i++) {
            var tags =
                    TAGS.stream().filter(tag -> random.nextInt(3) == 0).collect(Collectors.toCollection(TreeSet::new));
            posts.add(tags);
            var list = tags.stream().map(tag -> "'" + tag + "'").collect(Collectors.joining(", "));
            site.page("p%02d.md".formatted(i), "date = 2025-01-01", "taxonomies.tags = [%s]".formatted(list));
        }
        var used = posts.stream().flatMap(Set::stream).collect(Collectors.toSet());
        var read = site.read();

        for (int i = 0; i < 500; i++) {
            var isAny = random.nextBoolean();
            var included = random(random, used, random.nextInt(4));
            var excluded = random(random, used, random.nextInt(3));
            if (included.size() + excluded.size() < 2 && excluded.isEmpty()) {
                continue;
            }
            var expected = new ArrayList<String>();
            for (int p = 0; p < posts.size(); p++) {
                var tags = posts.get(p);
                var isIn = included.isEmpty()
                        || (isAny ? included.stream().anyMatch(tags::contains) : tags.containsAll(included));
                if (isIn && excluded.stream().noneMatch(tags::contains)) {
                    expected.add("p%02d".formatted(p));
                }
            }
            var terms = new ArrayList<>(included);
            excluded.forEach(term -> terms.add("-" + term));
            Collections.shuffle(terms, random);
            var requested = "tags/" + String.join(isAny ? "," : "+", terms) + "/atom.xml";

            var result = read.feeds().onDemand().find(requested);

            var address = result.newPath().orElse(requested);
            assertThat(slugs(found(read, address)))
                    .as("%s, -Dcombinations.seed=%d", requested, seed)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Set<String> random(Random random, Set<String> from, int count) {
        var all = new ArrayList<>(new TreeSet<>(from));
        Collections.shuffle(all, random);
        return new LinkedHashSet<>(all.subList(0, Math.min(count, all.size())));
    }

    private static TestSite days(int count, String... configuration) {
        var site = TestSite.configured(configuration).file("feedside.toml", "limit = 6\narchives = true");
        for (int day = 1; day <= count; day++) {
            site.page("d%02d.md".formatted(day), "date = 2025-01-%02d".formatted(day), "taxonomies.tags = ['x', 'y']");
        }
        return site;
    }

    /** Returns a feed and its archives, as a client of RFC 5005 reads them. */
    private static List<Feed> history(TestSite.Result read, String path) {
        var feeds = new ArrayList<Feed>();
        var next = Optional.of(path);
        while (next.isPresent()) {
            var at = next.get();
            var feed = found(read, at);
            feeds.add(feed);
            var previous = feed.history() instanceof History.Current c
                    ? Optional.of(c.previous())
                    : feed.history() instanceof History.Archive a ? a.previous() : Optional.<String>empty();
            next = previous.map(folder -> folder.substring(TestSite.BASE_URL.length() + 1) + "atom.xml");
        }
        return feeds;
    }

    @Test
    void a_feed_and_its_archives_have_all_posts_and_link_to_each_other() {
        var read = days(11, "taxonomies = [{ name = 'tags' }]").read();

        for (var path : List.of("atom.xml", "tags/x/atom.xml", "tags/x+y/atom.xml")) {
            var history = history(read, path);

            assertThat(history.stream().map(OnDemandTest::slugs))
                    .containsExactly(
                            List.of("d11", "d10", "d09", "d08", "d07", "d06"),
                            List.of("d09", "d08", "d07"),
                            List.of("d06", "d05", "d04"),
                            List.of("d03", "d02", "d01"));
            var folder = TestSite.BASE_URL + "/" + path.replace("atom.xml", "");
            assertThat(history.subList(1, 4))
                    .allSatisfy(feed -> assertThat(feed.history())
                            .isInstanceOfSatisfying(
                                    History.Archive.class,
                                    archive -> assertThat(archive.current()).isEqualTo(folder)));
            assertThat(((History.Archive) history.get(1).history()).next()).isEmpty();
            assertThat(((History.Archive) history.get(2).history()).next()).isPresent();
        }
    }

    @Test
    void the_url_of_an_archive_is_stable_while_posts_are_added_or_edited() {
        var before = history(days(11).read(), "atom.xml");
        var after = history(
                days(12).page("d02.md", "date = 2025-01-02", "title = 'Edited'").read(), "atom.xml");

        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.get(3).files()).isEqualTo(before.get(2).files());
        assertThat(after.get(4).files()).isEqualTo(before.get(3).files());
    }

    @Test
    void archives_with_other_posts_have_another_url_and_the_old_one_redirects() {
        var before = history(days(11).read(), "atom.xml");
        var read = days(11).page("late.md", "date = 2025-01-05").read();
        var after = history(read, "atom.xml");

        assertThat(after.get(4).files()).isEqualTo(before.get(3).files());
        assertThat(after.get(3).files()).isNotEqualTo(before.get(2).files());
        assertThat(read.feeds().onDemand().find(before.get(2).files().get(0).path()))
                .isEqualTo(new Lookup.Moved<>(after.get(3).files().get(0).path()));
    }

    @Test
    void a_complete_feed_is_marked_and_has_no_archives() {
        var read = days(6).read();

        assertThat(read.feed("atom.xml").history()).isInstanceOf(History.Complete.class);
        assertThat(read.feeds().onDemand().find("archive/1-00000000/atom.xml")).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void without_the_setting_a_limited_feed_has_no_archives() {
        var read = days(11).file("feedside.toml", "limit = 3").read();

        assertThat(read.feed("atom.xml").history()).isInstanceOf(History.Newest.class);
        assertThat(read.feeds().onDemand().find("archive/1-00000000/atom.xml")).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void rules_define_named_feeds() {
        var read = tagged("taxonomies = [{ name = 'tags' }]")
                .page("notes/_index.md", "title = 'Notes'")
                .page("notes/n.md", "date = 2025-01-05")
                .file("feedside.toml", """
                        [feeds.essays]
                        title = "Essays"
                        description = "The long ones"
                        rule = "posts \u2212 notes - tags/go"
                        [feeds.both]
                        title = "Both"
                        rule = "Rust, notes"
                        [feeds.lost]
                        title = "Lost"
                        rule = "posts - nowhere"
                        """)
                .read();

        assertThat(read.feed("essays/atom.xml").title()).isEqualTo("Essays");
        assertThat(read.feed("essays/atom.xml").description()).contains("The long ones");
        assertThat(read.slugs("essays/atom.xml")).containsExactly("x", "y");
        assertThat(read.slugs("both/rss.xml")).containsExactly("n", "x", "y");
        assertThat(read.slugs("lost/feed.json")).containsExactly("n", "x", "y", "z");
        assertThat(read.problems())
                .extracting(problem -> problem.toString().replaceFirst("^.*/(?=feedside.toml)", ""))
                .containsExactly(
                        "feedside.toml:10:1: warning: there is nothing named `nowhere`: use `posts`, a term (`term` or `tags/term`), or the folder of a section");
    }

    @Test
    void a_named_feed_does_not_take_the_path_of_another() {
        var read = TestSite.configured()
                .page("blog/_index.md", "generate_feeds = true")
                .page("blog/a.md", "date = 2025-01-05")
                .file("feedside.toml", "[feeds.blog]\ntitle = 'Mine'\nrule = 'posts'\n")
                .read();

        assertThat(read.feed("blog/atom.xml").title()).isEqualTo("Site");
        assertThat(read.problems())
                .extracting(problem -> problem.toString().replaceFirst("^.*/(?=feedside.toml)", ""))
                .containsExactly(
                        "feedside.toml:3:1: warning: another feed already has the address of `blog`: choose another name");
    }
}
