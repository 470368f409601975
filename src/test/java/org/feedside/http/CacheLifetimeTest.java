package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CacheLifetimeTest {
    @ParameterizedTest
    @MethodSource("rows")
    void max_age_follows_the_rhythm_if_it_may(Rows.Row row) {
        var rhythm = row.cell(0).equals("-") ? Optional.<Duration>empty() : Optional.of(Duration.parse(row.cell(0)));

        assertThat(CacheLifetime.DEFAULT.cacheControl(rhythm))
                .startsWith("public, max-age=%s, ".formatted(row.cell(1)));
        assertThat(CacheLifetime.DEFAULT
                        .withBounds(CacheLifetime.Bounds.DEFAULT)
                        .cacheControl(rhythm))
                .startsWith("public, max-age=%s, ".formatted(row.cell(2)));
    }

    @Test
    void every_duration_is_settable() {
        var freshness = new CacheLifetime(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Optional.empty());

        assertThat(freshness.cacheControl(Optional.empty()))
                .isEqualTo("public, max-age=1, s-maxage=2, stale-while-revalidate=3, stale-if-error=4");
    }

    @Test
    void bounds_beyond_what_readers_believe_are_refused() {
        assertThatThrownBy(() -> new CacheLifetime.Bounds(Duration.ofHours(1), Duration.ofHours(6)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Rows.Row> rows() {
        return Rows.of("cache-control.txt");
    }
}
