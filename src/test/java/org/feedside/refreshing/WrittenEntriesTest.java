package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.feedside.content.PageDate;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.formats.Formats;
import org.feedside.formats.WrittenEntries;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reused entries give the same bytes as entries that are encoded again. */
class WrittenEntriesTest {
    private static final PageDate UPDATED = PageDate.parse("2025-02-01").orElseThrow();
    private static final Instant MODIFIED = Instant.parse("2025-02-01T00:00:00Z");

    private final Feed feed = TestSite.configured(
                    "taxonomies = [{ name = 'tags' }]", "author = 'Ann'", "feed_limit = 100")
            .page("a.md", "title = 'A & <b>'", "date = 2025-01-01T10:00:00+02:00", "taxonomies.tags = ['x', 'y & z']")
            .page("b.md", "title = 'B'", "date = 2025-01-02", "authors = ['ann@example.org (Ann)']")
            .page("c.md", "title = 'Ü 日本 😀'", "date = 2025-01-03", "updated = 2025-01-04", "authors = ['Bo', 'Cy']")
            .page("d.md", "title = 'D'", "date = 2025-01-04", "description = 'In short & plain'")
            .page("e.md", "title = 'E'", "date = 2025-01-05", "extra.enclosure = 'https://example.org/e.mp3'")
            .page("f.md", "date = 2025-01-06")
            .read()
            .feed("atom.xml");

    private static Feed with(Feed feed, List<Entry> entries) {
        return new Feed(
                feed.page(),
                feed.about(),
                feed.language(),
                feed.title(),
                feed.description(),
                feed.authors(),
                feed.changed(),
                entries,
                feed.files(),
                feed.history(),
                feed.icon(),
                feed.logo(),
                feed.hub());
    }

    private FeedFile file(Format format) {
        return feed.files().stream()
                .filter(file -> file.format() == format)
                .findFirst()
                .orElseThrow();
    }

    private List<Entry> randomEntries(Random random) {
        var entries = new ArrayList<>(feed.entries());
        entries.removeIf(entry -> random.nextInt(3) == 0);
        return entries;
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOM", "RSS"})
    void reused_entries_give_the_same_bytes(Format format) {
        var random = new Random(1);
        var reused = 0;
        for (int i = 0; i < 200; i++) {
            var before = with(feed, randomEntries(random));
            var after = with(feed, randomEntries(random));
            var texts = texts(before, format);
            reused += (int) after.entries().stream().filter(texts::containsKey).count();
            WrittenEntries written = entry -> Optional.ofNullable(texts.get(entry));

            assertThat(Bytes.of(Formats.encode(after, file(format), UPDATED, written))
                            .toString())
                    .isEqualTo(Bytes.of(Formats.encode(after, file(format), UPDATED))
                            .toString());
        }
        assertThat(reused).isGreaterThan(300);
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOM", "RSS", "JSON"})
    void another_date_gives_the_same_bytes_as_encoding_again(Format format) {
        var random = new Random(2);
        for (var date : List.of("2025-02-01", "2026-11-26T10:11:12.5+02:00", "0987-01-01", "2025-01-04")) {
            var other = PageDate.parse(date).orElseThrow();
            var changed = with(feed, randomEntries(random));
            var bytes = Formats.encode(changed, file(format), UPDATED);

            assertThat(Bytes.of(Formats.withUpdated(format, bytes, UPDATED, other))
                            .toString())
                    .isEqualTo(Bytes.of(Formats.encode(changed, file(format), other))
                            .toString());
        }
    }

    @Test
    void a_date_that_is_not_in_the_feed_is_refused() {
        var bytes = Formats.encode(feed, file(Format.ATOM), UPDATED);
        var other = PageDate.parse("2025-02-02").orElseThrow();

        assertThatIllegalArgumentException().isThrownBy(() -> Formats.withUpdated(Format.ATOM, bytes, other, UPDATED));
        assertThatIllegalArgumentException().isThrownBy(() -> Formats.withUpdated(Format.RSS, bytes, UPDATED, other));
    }

    private Map<Entry, String> texts(Feed before, Format format) {
        var file = file(format);
        var bytes = Bytes.of(Formats.encode(before, file, UPDATED));
        return new Document(file.path(), file.url(), format.contentType(), MODIFIED, Encodings.immediate(bytes))
                .texts(before.entries())
                .orElseThrow();
    }
}
