package org.feedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** README is short and leads to all documents; the tests and entity tags that it and the documents name are right. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("src/docs");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]+)");

    /** What can be read in five minutes. */
    private static final int MAX_README_BYTES = 12_288;

    private static List<Path> documents() throws IOException {
        try (var files = Files.list(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.size(README)).isLessThanOrEqualTo(MAX_README_BYTES);
    }

    @Test
    void the_readme_leads_to_every_document() throws IOException {
        var linked = LINK.matcher(Files.readString(README))
                .results()
                .map(link -> Path.of(link.group(1)))
                .toList();

        assertThat(linked).containsAll(documents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/http.md"})
    void the_entity_tag_of_the_transcripts_is_that_of_the_samples_feed(String document)
            throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of("feeds/atom.xml")));
        var tag = HexFormat.of().formatHex(digest, 0, 16);

        assertThat(Files.readString(Path.of(document)))
                .contains(
                        "$ curl -i -H 'If-None-Match: \"%s\"' http://127.0.0.1:8080/atom.xml\nHTTP/1.1 304 Not Modified\nETag: \"%1$s\"\n"
                                .formatted(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/testing.md"})
    void every_test_that_is_named_exists(String document) throws IOException {
        Set<String> tests;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        var named = Pattern.compile("`(\\w+Test)`")
                .matcher(Files.readString(Path.of(document)))
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(tests).containsAll(named);
    }
}
