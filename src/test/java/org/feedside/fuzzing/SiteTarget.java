package org.feedside.fuzzing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.feedside.testing.TestSite;
import org.feedside.testing.Words;
import org.xml.sax.SAXException;

/** A post in a site with slugify off: every document is well-formed and inside the feeds folder. */
record SiteTarget(String name) implements Target {
    private static final Path FEEDS = Path.of("/site/feeds");

    @Override
    public List<String> corpus() {
        return FrontMatterTarget.zolas().corpus().stream()
                .map(
                        text -> text.contains("[taxonomies]")
                                ? text
                                : text.replaceFirst(
                                        "\\+\\+\\+\n",
                                        "+++\ndate = 2025-01-15\ntaxonomies = { tags = [\"a\", \"b/c\", \"\u00FC\"] }\ntitle = \"T\"\n"))
                .toList();
    }

    @Override
    public List<String> dictionary() {
        var words = Words.of("""
                tags␣=␣[" ",␣" ".." "../../x" "a/../b" "/" "\\u0000" "\\u202E" "\\n" "CON" "a." "A" "\\u00E9" "e\\u0301"
                ".feedside" "atom.xml" title␣=␣" date␣=␣2025-01-15⏎ path␣=␣" slug␣=␣" [taxonomies]⏎ authors␣=␣[" ]]>
                <b> &
                """);
        return Stream.concat(words.stream(), Stream.of("x".repeat(300), "\u5317".repeat(90)))
                .toList();
    }

    @Override
    public String read(byte[] bytes) {
        var result = TestSite.configured(
                        "generate_feeds = true",
                        "feed_filenames = ['atom.xml', 'rss.xml']",
                        "taxonomies = [{ name = 'tags', feed = true }]",
                        "slugify = { paths = 'off', taxonomies = 'off' }")
                .file("content/a.md", bytes)
                .read();
        result.documents().forEach((path, document) -> {
            checkPath(path);
            checkWellFormed(path, document);
        });
        return result.documents().keySet()
                + ReportedProblems.checked(result.problems(), Path.of("/site/content/a.md"), bytes);
    }

    private static void checkPath(String path) {
        var file = FEEDS.resolve(path);
        if (!file.normalize().equals(file) || !file.startsWith(FEEDS)) {
            throw new AssertionError("a path leaves the folder: " + path);
        }
        for (var part : file) {
            if (part.toString().getBytes(StandardCharsets.UTF_8).length > 250) {
                throw new AssertionError("a file name is too long for a file system: " + path);
            }
        }
    }

    private static void checkWellFormed(String path, byte[] document) {
        if (path.endsWith(".json")) {
            // The JSON writer escapes control characters; a raw one would be an error.
            if (new String(document, StandardCharsets.UTF_8).chars().anyMatch(c -> c < ' ' && c != '\n')) {
                throw new AssertionError(path + " has a control character");
            }
            return;
        }
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(document));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(path + " is not well-formed", e);
        }
    }
}
