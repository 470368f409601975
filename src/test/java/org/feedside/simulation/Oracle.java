package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.publishing.Published;
import org.feedside.readers.ReadFeed;

/** Computes the expected feeds directly from the author's files, slowly and simply. */
final class Oracle {
    private final Author author;

    Oracle(Author author) {
        this.author = author;
    }

    /** The expected entry of a post: required or optional, with the allowed versions. */
    private record Expected(String name, boolean isRequired, List<Author.Version> versions) {
        String id() {
            return Author.id(name);
        }
    }

    /** Checks that the feeds match the files after a long quiet period. */
    void check(Published published, Instant now, List<Diagnostic> problems) {
        var feed = feed(published, "atom.xml");
        assertThat(published
                        .current()
                        .find("atom.xml")
                        .orElseThrow()
                        .identity()
                        .bytes()
                        .toString())
                .as("the site's title")
                .contains("<title type=\"text\">" + author.title() + "</title>");
        checkEntries("atom.xml", feed, expected(now, Optional.empty()));
        for (var tag : Author.TAGS) {
            var path = "tags/" + tag + "/atom.xml";
            if (published.current().find(path).isPresent()) {
                checkEntries(path, feed(published, path), expected(now, Optional.of(tag)));
            } else {
                assertThat(expected(now, Optional.of(tag)).stream().filter(Expected::isRequired))
                        .as("posts of a tag without a feed, " + tag)
                        .isEmpty();
            }
        }
        var reported = problems.stream().map(p -> Path.of(p.place().file())).toList();
        author.posts().forEach((name, post) -> {
            if (post.mustBeReported()) {
                assertThat(reported).as("reported problems").anyMatch(Author.file(name)::startsWith);
            }
            if (post.now().filter(v -> isPublic(v, now)).isPresent()) {
                post.published();
            }
        });
    }

    private static ReadFeed feed(Published published, String path) {
        var document = published.current().find(path).orElseThrow(() -> new AssertionError("no " + path));
        return ReadFeed.parse(document.identity().bytes());
    }

    private List<Expected> expected(Instant now, Optional<String> tag) {
        var expected = new ArrayList<Expected>();
        author.posts().forEach((name, post) -> {
            if (post.now().isPresent()) {
                if (isIn(post.latest(), now, tag)) {
                    expected.add(new Expected(name, true, List.of(post.latest())));
                }
                return;
            }
            // A broken post shows its last valid version, which is any version that the service may have read.
            var versions =
                    post.history().stream().filter(v -> isIn(v, now, tag)).toList();
            if (!versions.isEmpty()) {
                expected.add(new Expected(name, post.mustStay() && isIn(post.latest(), now, tag), versions));
            }
        });
        author.deletedBehindLink()
                .forEach((name, history) -> expected.add(new Expected(
                        name,
                        false,
                        history.stream().filter(v -> isIn(v, now, tag)).toList())));
        return expected;
    }

    private static boolean isIn(Author.Version version, Instant now, Optional<String> tag) {
        return isPublic(version, now) && tag.map(version.tags()::contains).orElse(true);
    }

    private static boolean isPublic(Author.Version version, Instant now) {
        return !version.draft() && !version.date().isAfter(now);
    }

    private static void checkEntries(String path, ReadFeed feed, List<Expected> expected) {
        Map<String, Expected> byId = new HashMap<>();
        expected.forEach(e -> byId.put(e.id(), e));
        var seen = new HashSet<String>();
        var shown = new ArrayList<Author.Version>();
        var ids = new ArrayList<String>();
        for (var item : feed.items()) {
            assertThat(seen.add(item.id()))
                    .as("%s has %s once", path, item.id())
                    .isTrue();
            var entry = Optional.ofNullable(byId.get(item.id()))
                    .orElseThrow(() -> new AssertionError(path + " has " + item.id() + ", which is no post"));
            var version = entry.versions().stream()
                    .filter(v ->
                            v.title().equals(item.title()) && item.content().contains(v.text()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "%s has for %s: %s, which is no version of its file".formatted(path, item.id(), item)));
            shown.add(version);
            ids.add(item.id());
        }
        expected.stream()
                .filter(Expected::isRequired)
                .forEach(e ->
                        assertThat(seen).as("%s has every required post", path).contains(e.id()));
        var order = new ArrayList<Integer>();
        for (int i = 0; i < shown.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer, Instant>comparing(i -> shown.get(i).date())
                .reversed()
                .thenComparing(ids::get));
        assertThat(order).as("%s has the newest first", path).isSorted();
    }
}
