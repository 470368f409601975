package org.feedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.feedside.testing.ReadOutline;
import org.feedside.testing.TestSite;
import org.feedside.testing.ValidFeed;
import org.junit.jupiter.api.Test;

/**
 * A site that uses every feature, and its expected feeds, byte for byte. <p>After an intended change, {@code
 * -Dgolden=write} rewrites the expected feeds. Review each difference before you commit it.
 */
class GoldenSiteTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/feedside/golden");

    private final TestSite.Result read = TestSite.of(GOLDEN.resolve("site")).read();

    @Test
    void the_feeds_are_those_that_were_examined() throws IOException {
        var documents = new TreeMap<String, String>();
        read.documents().forEach((path, bytes) -> documents.put(path, new String(bytes, StandardCharsets.UTF_8)));
        if ("write".equals(System.getProperty("golden"))) {
            write(documents);
        }

        var golden = golden();

        assertThat(documents.keySet()).isEqualTo(golden.keySet());
        golden.forEach((path, text) -> assertThat(documents.get(path)).as(path).isEqualTo(text));
    }

    @Test
    void every_feed_is_valid() {
        read.documents()
                .forEach((path, bytes) -> assertThat(ValidFeed.problems(bytes, read.now()))
                        .as(path)
                        .isEmpty());
    }

    @Test
    void the_list_of_feeds_contains_every_feed() {
        assertThat(ReadOutline.of(read.text("feeds.opml")).urls()).containsExactlyInAnyOrderElementsOf(read.atomUrls());
    }

    @Test
    void the_site_has_no_problems() {
        assertThat(read.messages()).isEmpty();
    }

    private static Map<String, String> golden() throws IOException {
        var feeds = GOLDEN.resolve("feeds");
        var golden = new TreeMap<String, String>();
        try (var files = Files.walk(feeds)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                golden.put(feeds.relativize(file).toString(), Files.readString(file));
            }
        }
        return golden;
    }

    private static void write(Map<String, String> documents) throws IOException {
        for (var document : documents.entrySet()) {
            var file = GOLDEN.resolve("feeds").resolve(document.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, document.getValue());
        }
    }
}
