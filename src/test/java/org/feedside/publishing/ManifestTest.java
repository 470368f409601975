package org.feedside.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Format;
import org.feedside.feeds.Person;
import org.feedside.publishing.state.DocumentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest as JSON, and texts that are no manifest. */
class ManifestTest {
    private static final Manifest MANIFEST = new Manifest(
            "https://example.org/",
            List.of(Instant.parse("2026-11-30T12:00:00.123Z")),
            7,
            List.of(new Manifest.Listed(
                    document("tags/ü/atom.xml"),
                    new FeedInfo(
                            Optional.of("https://example.org/"),
                            Optional.of(new FeedPage("feeds/tags/ü/", "https://example.org/feeds/tags/ü/")),
                            Optional.of(Duration.ofHours(3))))),
            List.of(new Manifest.Post("urn:a", "/a/", date("2025-01-02"), date("2025-01-03T04:05:06.5+02:00"))));

    private static PageDate date(String text) {
        return PageDate.parse(text).orElseThrow();
    }

    private static DocumentState document(String path) {
        return new DocumentState(
                new FeedFile(path, "https://example.org/" + path, "urn:feed", Format.ATOM),
                "0123456789abcdef0123456789abcdef",
                date("2025-01-03T04:05:06+02:00"),
                Instant.parse("2025-01-03T02:05:06Z"),
                List.of(),
                "https://example.org/",
                "de",
                "Title \"quoted\"",
                Optional.of("About"),
                new Person("Ann", Optional.of("ann@example.org")));
    }

    private static Optional<Manifest> read(String json) {
        return Manifest.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void it_is_read_as_it_was_written() {
        assertThat(read(MANIFEST.json())).contains(MANIFEST);
    }

    @Test
    void members_of_later_versions_are_ignored() {
        assertThat(read(MANIFEST.json().replaceFirst("\\{", "{\"new\": [1],"))).contains(MANIFEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9223372036854775807", "1.5"})
    void a_generation_that_cannot_be_continued_is_refused(String generation) {
        assertThat(read(MANIFEST.json().replace("\"generation\": 7", "\"generation\": " + generation)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "<html>", "{\"generation\": 1}"})
    void other_texts_are_no_manifest(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tags/ü/atom.xml, ../atom.xml",
        "tags/ü/atom.xml, tags/../../atom.xml",
        "tags/ü/atom.xml, /etc/atom.xml",
        "tags/ü/atom.xml, tags//atom.xml",
        "tags/ü/atom.xml, tags\\\\atom.xml",
        "tags/ü/atom.xml, tags/\\u0000",
        "application/atom+xml, text/html",
        "0123456789abcdef0123456789abcdef, 0123",
        "2025-01-03T02:05:06Z, yesterday",
        "2025-01-03T02:05:06Z, 2025-01-03T02:05:06.5Z",
        "2025-01-02, 2025-02-30",
        "2025-01-03T02:05:06Z, +1000000000-12-31T23:59:59Z",
        "tags/ü/atom.xml, .feedside/state.mv",
    })
    void a_manifest_with_a_wrong_value_is_refused(String value, String wrong) {
        var json = MANIFEST.json();
        assertThat(json).contains("\"" + value + "\"");

        assertThat(read(json.replace("\"" + value + "\"", "\"" + wrong + "\""))).isEmpty();
    }
}
