package org.feedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.text.PercentEncoding;
import org.feedside.testing.ComparableHtml;
import org.feedside.testing.Corpora;
import org.feedside.testing.PublishedFeed;
import org.feedside.testing.ReadOutline;
import org.feedside.testing.TestSite;
import org.feedside.testing.ValidFeed;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the feeds of real sites with those that Zola generated: the same entries in the same order, the same fields,
 * the same HTML. Run with {@code -Dcorpora=FOLDER}. Each folder in it has the sources in site/ and Zola's feeds in
 * expected/.
 */
class ConformanceTest {
    private static final String NOW = "2026-11-23T00:00:00Z";
    private static final int MAX_DIFFERENCES = 8;
    private static final Pattern SLUG = Pattern.compile("(?m)^(?:slug|path)\\s*=\\s*\"([^\"]+)\"");

    @TestFactory
    Stream<DynamicTest> a_site_has_the_feeds_that_zola_made_of_it() throws IOException {
        return Corpora.tests(folder -> new Comparison(folder).run());
    }

    private static final class Comparison {
        private final Path folder;
        private final String name;
        private final Set<String> shortcodes;
        private final List<String> differences = new ArrayList<>();
        private final Map<String, Boolean> html = new HashMap<>();
        private int feeds;
        private int ids;
        private int fields;

        Comparison(Path folder) {
            this.folder = folder;
            this.name = String.valueOf(folder.getFileName());
            this.shortcodes = shortcodes(folder.resolve("site"));
        }

        void run() {
            var read = TestSite.of(folder.resolve("site")).at(NOW).read();
            var documents = read.documents();

            for (var file : files(folder.resolve("expected"), ".xml")) {
                var path = folder.resolve("expected").relativize(file).toString();
                PublishedFeed.read(bytes(file)).ifPresent(expected -> {
                    feeds++;
                    compare(path, expected, Optional.ofNullable(documents.get(path)));
                });
            }

            var same = html.values().stream().filter(equal -> equal).count();
            var percent = html.isEmpty() ? 100 : 100.0 * same / html.size();
            differences.stream().limit(MAX_DIFFERENCES).forEach(difference -> System.out.println("  " + difference));
            System.out.printf(
                    Locale.ROOT,
                    "%s: feeds %d, ids %d/%d, fields %d/%d, html %d/%d (%.1f %%)%n",
                    name,
                    feeds,
                    ids,
                    feeds,
                    fields,
                    feeds,
                    same,
                    html.size(),
                    percent);
            assertThat(read.messages()).as("reported problems").isEmpty();
            assertThat(feeds).isPositive();
            assertThat(ids).as("feeds with the same ids: %s", differences).isEqualTo(feeds);
            assertThat(fields).as("feeds with the same fields: %s", differences).isEqualTo(feeds);
            assertThat(percent).as("entries with the same HTML").isGreaterThanOrEqualTo(Corpora.minEqual(name));
            assertThat(ReadOutline.of(read.text("feeds.opml")).urls())
                    .as("feeds in the OPML list")
                    .containsExactlyInAnyOrderElementsOf(read.atomUrls());
            documents.forEach((path, bytes) ->
                    assertThat(ValidFeed.problems(bytes, read.now())).as(path).isEmpty());
        }

        private void compare(String path, PublishedFeed expected, Optional<byte[]> document) {
            var actual = document.flatMap(PublishedFeed::read).filter(feed -> feed.isAtom() == expected.isAtom());
            if (actual.isEmpty()) {
                differences.add(path + ": not generated, or of another format");
                return;
            }
            var entries = unique(expected.entries());
            if (!idsOf(entries).equals(idsOf(actual.get().entries()))) {
                differences.add("%s: ids differ: expected %s, actual %s"
                        .formatted(path, idsOf(entries), idsOf(actual.get().entries())));
                return;
            }
            ids++;
            var wrong = differentFields(expected, actual.get());
            for (int i = 0; i < entries.size(); i++) {
                wrong.addAll(
                        differentFields(entries.get(i), actual.get().entries().get(i), expected, actual.get()));
                compareHtml(path, entries.get(i), actual.get().entries().get(i), expected.isAtom());
            }
            if (wrong.isEmpty()) {
                fields++;
            } else {
                differences.add(path + ": " + wrong.get(0));
            }
        }

        /** An id that Zola repeats counts once. */
        private static List<PublishedFeed.Entry> unique(List<PublishedFeed.Entry> entries) {
            var byId = new LinkedHashMap<String, PublishedFeed.Entry>();
            entries.forEach(entry -> byId.putIfAbsent(entry.id(), entry));
            return List.copyOf(byId.values());
        }

        private static List<String> idsOf(List<PublishedFeed.Entry> entries) {
            return entries.stream().map(PublishedFeed.Entry::id).toList();
        }

        private static List<String> differentFields(PublishedFeed expected, PublishedFeed actual) {
            var wrong = new ArrayList<String>();
            compare("title", expected, actual, PublishedFeed::title, wrong);
            compare("url", expected, actual, PublishedFeed::url, wrong);
            if (expected.updated().isPresent()) {
                compare("updated", expected, actual, PublishedFeed::updated, wrong);
            }
            return wrong;
        }

        private static List<String> differentFields(
                PublishedFeed.Entry expected,
                PublishedFeed.Entry actual,
                PublishedFeed expectedFeed,
                PublishedFeed feed) {
            var wrong = new ArrayList<String>();
            compare("title", expected, actual, PublishedFeed.Entry::title, wrong);
            compare("link", expected, actual, entry -> PercentEncoding.url(entry.link()), wrong);
            compare("published", expected, actual, PublishedFeed.Entry::published, wrong);
            if (expectedFeed.isAtom()) {
                compare("updated", expected, actual, PublishedFeed.Entry::updated, wrong);
            }
            var names = expected.authors().stream()
                    .filter(author -> !author.isEmpty() && !author.equals("Unknown"))
                    .toList();
            var have = actual.authors().isEmpty() ? feed.authors() : actual.authors();
            if (!have.containsAll(names)) {
                wrong.add("%s authors: expected %s, actual %s".formatted(expected.id(), names, have));
            }
            return wrong;
        }

        private static <T> void compare(
                String field, T expected, T actual, Function<T, Object> value, List<String> wrong) {
            if (!value.apply(expected).equals(value.apply(actual))) {
                wrong.add("%s: expected %s, actual %s".formatted(field, value.apply(expected), value.apply(actual)));
            }
        }

        /** Entries with shortcodes, scripts or frames are skipped: Feedside renders them differently on purpose. */
        private void compareHtml(
                String path, PublishedFeed.Entry expected, PublishedFeed.Entry actual, boolean isAtom) {
            if (expected.html().isEmpty()
                    || shortcodes.contains(lastPart(expected.link()))
                    || Corpora.LEFT_OUT.matcher(expected.html().get(0)).find()) {
                return;
            }
            var key = expected.id() + isAtom + expected.html().get(0).length();
            if (html.containsKey(key)) {
                return;
            }
            var expectedHtml = ComparableHtml.of(expected.html().get(0), expected.link());
            var found = actual.html().stream()
                    .map(text -> ComparableHtml.of(text, actual.link()))
                    .toList();
            html.put(key, found.contains(expectedHtml));
            if (!found.contains(expectedHtml)) {
                differences.add("%s: html of %s".formatted(path, expected.id()));
            }
        }

        private static String lastPart(String link) {
            var path = link.replaceAll("/+$", "");
            return slug(path.substring(path.lastIndexOf('/') + 1));
        }

        private static String slug(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        }

        /** The last parts of the paths of all pages that use shortcodes or Tera. */
        private static Set<String> shortcodes(Path site) {
            var names = new HashSet<String>();
            for (var file : files(site, ".md")) {
                var text = new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
                if (!text.contains("{{") && !text.contains("{%")) {
                    continue;
                }
                var stem = String.valueOf(file.getFileName()).replaceAll("\\.md$", "");
                if (stem.equals("index") || stem.startsWith("index.")) {
                    stem = String.valueOf(file.getName(file.getNameCount() - 2));
                }
                names.add(slug(stem.replaceFirst("^\\d{4}-\\d\\d-\\d\\d\\s?[_-]", "")));
                var slug = SLUG.matcher(text);
                if (slug.find()) {
                    names.add(lastPart(slug.group(1)));
                }
            }
            return names;
        }

        private static List<Path> files(Path folder, String ending) {
            try (var files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] bytes(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
