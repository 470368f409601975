package org.feedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.feedside.feeds.Entry;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.ListedFeed;
import org.feedside.feeds.OnDemandFeeds.OnDemandFeed;
import org.feedside.formats.Formats;
import org.feedside.publishing.Revision;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;
import org.feedside.testing.Corpora;
import org.feedside.testing.TestSite;
import org.feedside.testing.ValidFeed;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real sites with every setting enabled: each feed in each format is parsed and validated. */
class EveryFeedTest {
    private static final String NOW = "2026-11-01T00:00:00Z";

    private static final String SETTINGS = """
            limit = 4
            archives = true
            section_feeds = true
            hub = "https://hub.example.org/"
            icon = "/icon.png"
            logo = "https://example.org/logo.png"

            [feeds.everything]
            title = "All & <everything>"
            description = "What there is"
            rule = "posts"
            """;

    @TestFactory
    Stream<DynamicTest> a_feed_and_its_archives_hold_all_posts() throws IOException {
        return sites(EveryFeedTest::checkHistories);
    }

    @TestFactory
    Stream<DynamicTest> every_document_is_valid() throws IOException {
        return sites(EveryFeedTest::checkDocuments);
    }

    private static Stream<DynamicTest> sites(Consumer<TestSite.Result> check) throws IOException {
        return Corpora.tests(folder -> check.accept(TestSite.of(folder.resolve("site"))
                .file("feedside.toml", SETTINGS)
                .at(NOW)
                .read()));
    }

    private static void checkHistories(TestSite.Result read) {
        for (var listed : read.feeds().listed()) {
            var file = listed.feed().files().get(0);
            var ids = new TreeSet<String>();
            history(read, listed, file)
                    .forEach(part ->
                            part.feed().entries().stream().map(Entry::id).forEach(ids::add));

            assertThat(ids).as(file.path()).isEqualTo(postsOf(read, file));
        }
    }

    /** The ids of all posts of a feed, by the feed's path. */
    private static Set<String> postsOf(TestSite.Result read, FeedFile file) {
        var folder = "/" + file.path().substring(0, file.path().lastIndexOf('/') + 1);
        var ids = new TreeSet<String>();
        read.site().collections().stream()
                .filter(c -> folder.equals("/everything/")
                        ? c.language().equals(read.site().config().defaultLanguage())
                        : c.path().replaceAll("//+", "/").equals(folder))
                .filter(c -> folder.equals("/") == c instanceof PostCollection.OfLanguage || !folder.equals("/"))
                .flatMap(c -> c.posts().stream())
                .map(Post::id)
                .forEach(ids::add);
        return ids;
    }

    /** Returns the posts of a feed and its archives, as a client of RFC 5005 collects them. */
    private static List<OnDemandFeed> history(TestSite.Result read, ListedFeed listed, FeedFile file) {
        var parts = new ArrayList<OnDemandFeed>();
        var next = Optional.of(new OnDemandFeed(listed.posts(), listed.feed(), file));
        while (next.isPresent()) {
            var part = next.get();
            parts.add(part);
            next = part.feed()
                    .history()
                    .older()
                    .map(folder -> here(read, path(read, part.file().urlIn(folder))));
        }
        return parts;
    }

    private static String path(TestSite.Result read, String url) {
        return java.net
                .URI
                .create(url.substring(read.site().config().url("/").length()))
                .getPath();
    }

    private static OnDemandFeed here(TestSite.Result read, String path) {
        return read.feeds().onDemand().find(path).value().orElseThrow(() -> new AssertionError(path));
    }

    private static void checkDocuments(TestSite.Result read) {
        read.documents().forEach((path, bytes) -> checkDocument(read, path, bytes));
        for (var listed : read.feeds().listed()) {
            for (var file : listed.feed().files()) {
                history(read, listed, file).stream().skip(1).forEach(part -> checkDocument(read, part));
            }
        }
        for (var path : combinations(read)) {
            for (var name : List.of("atom.xml", "rss.xml", "feed.json")) {
                checkDocument(read, here(read, path + name));
            }
        }
    }

    private static void checkDocument(TestSite.Result read, OnDemandFeed here) {
        var updated = Revision.updated(here.feed().changed());
        checkDocument(read, here.file().path(), Formats.encode(here.feed(), here.file(), updated));
    }

    private static void checkDocument(TestSite.Result read, String path, byte[] bytes) {
        assertThat(ValidFeed.problems(bytes, read.now())).as(path).isEmpty();
    }

    /** Some combinations of the terms of a site. */
    private static List<String> combinations(TestSite.Result read) {
        var terms = read.site().collections().stream()
                .filter(c -> c instanceof PostCollection.OfTerm)
                .map(c -> ((PostCollection.OfTerm) c).term())
                .toList();
        var paths = new ArrayList<String>();
        for (int i = 1; i < Math.min(terms.size(), 12); i++) {
            var a = terms.get(i - 1);
            var b = terms.get(i);
            if (a.taxonomyPath().equals(b.taxonomyPath())) {
                var folder = a.taxonomyPath().substring(1);
                paths.add(folder + a.slug() + "+" + b.slug() + "/");
                paths.add(folder + a.slug() + "," + b.slug() + "/");
                paths.add(folder + a.slug() + "+-" + b.slug() + "/");
                paths.add(folder + "-" + a.slug() + "/");
            }
        }
        return paths;
    }
}
