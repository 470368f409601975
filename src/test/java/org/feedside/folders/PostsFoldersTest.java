package org.feedside.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.testing.TestSite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of posts for each generator, and its expected feeds. {@code -Dgolden=write} overwrites the expected feeds. */
class PostsFoldersTest {
    @ParameterizedTest
    @ValueSource(strings = {"hugo", "jekyll", "eleventy"})
    void a_folder_of_a_generator_has_the_expected_feeds(String generator) throws IOException, URISyntaxException {
        var folder = folder(generator);

        var result =
                TestSite.of(folder.resolve("site")).at("2025-01-01T00:00:00Z").read();

        assertThat(result.messages()).isEmpty();
        var feeds = new TreeMap<String, String>();
        result.documents().forEach((path, bytes) -> feeds.put(path, new String(bytes, StandardCharsets.UTF_8)));
        var golden = Optional.ofNullable(System.getProperty("golden"));
        if (golden.isPresent()) {
            write(Path.of("src/test/resources/org/feedside/folders", generator, "feeds"), feeds);
        } else {
            assertThat(feeds).isEqualTo(read(folder.resolve("feeds")));
        }
    }

    private static Path folder(String generator) throws URISyntaxException {
        var site = Objects.requireNonNull(PostsFoldersTest.class.getResource(generator + "/site"), generator);
        return Objects.requireNonNull(Path.of(site.toURI()).getParent());
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
