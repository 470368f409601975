package org.feedside.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.publishing.state.PastVersion;
import org.feedside.testing.Documents;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Instant T = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void a_reader_of_a_past_version_gets_new_and_changed_entries() {
        var first = feed("one", "two");
        var second = feed("three", "one, edited", "two").after(first);
        var third = feed("four", "three", "one, edited").after(second);

        assertThat(third.since(first.digest()).orElseThrow())
                .hasToString("<feed><entry>four</entry><entry>three</entry><entry>one, edited</entry></feed>");
        assertThat(third.since(second.digest()).orElseThrow()).hasToString("<feed><entry>four</entry></feed>");
    }

    @Test
    void there_is_no_delta_for_the_current_version_or_an_unknown_one() {
        var document = feed("two", "one").after(feed("one"));

        assertThat(document.since(document.digest())).isEmpty();
        assertThat(document.since("unknown")).isEmpty();
    }

    @Test
    void past_versions_are_bounded_and_the_newest_are_kept() {
        var versions = new ArrayList<Document>();
        versions.add(feed("0"));
        for (var i = 1; i < 30; i++) {
            versions.add(feed(Integer.toString(i)).after(versions.get(i - 1)));
        }

        var last = versions.get(29);
        assertThat(last.past()).hasSize(PastVersion.MAX_VERSIONS);
        assertThat(last.past().get(0).digest()).isEqualTo(versions.get(28).digest());
    }

    @Test
    void a_version_that_returns_is_not_its_own_past_version() {
        var first = feed("one");
        var again = feed("one").after(feed("two").after(first));

        assertThat(again.past())
                .extracting(PastVersion::digest)
                .containsExactly(feed("two").digest());
    }

    @Test
    void past_versions_survive_a_restart() {
        var last = feed("one", "two").after(feed("one").after(feed()));

        var after = PastVersion.read(PastVersion.write(last.past()));

        assertThat(after).isEqualTo(last.past()).hasSize(2);
        assertThat(PastVersion.read(PastVersion.write(List.of()))).isEmpty();
    }

    @Test
    void the_update_interval_is_an_eighth_of_the_median_pause() {
        assertThat(FeedInfo.updateInterval(List.of())).isEmpty();
        assertThat(FeedInfo.updateInterval(List.of(T))).isEmpty();
        assertThat(interval(0, 24)).contains(Duration.ofHours(3));
        assertThat(interval(24, 0)).contains(Duration.ofHours(3));
        assertThat(interval(0, 8, 16, 10_000)).contains(Duration.ofHours(1));
        assertThat(interval(0, 0)).contains(Duration.ZERO);
    }

    private static Optional<Duration> interval(Integer... hours) {
        return FeedInfo.updateInterval(
                Stream.of(hours).map(h -> T.minus(Duration.ofHours(h))).toList());
    }

    private static Document feed(String... entries) {
        var text = new StringBuilder("<feed>");
        for (var entry : entries) {
            text.append("<entry>").append(entry).append("</entry>");
        }
        return Documents.atom("atom.xml", T, text + "</feed>");
    }
}
