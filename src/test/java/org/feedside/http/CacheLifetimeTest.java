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
    void max_age_follows_the_update_interval_if_configured(Rows.Row row) {
        var updateInterval =
                row.cell(0).equals("-") ? Optional.<Duration>empty() : Optional.of(Duration.parse(row.cell(0)));

        assertThat(CacheLifetime.DEFAULT.cacheControl(updateInterval))
                .startsWith("public, max-age=%s, ".formatted(row.cell(1)));
        assertThat(CacheLifetime.DEFAULT
                        .withBounds(CacheLifetime.Bounds.DEFAULT)
                        .cacheControl(updateInterval))
                .startsWith("public, max-age=%s, ".formatted(row.cell(2)));
    }

    @Test
    void every_duration_is_settable() {
        var lifetime = new CacheLifetime(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Optional.empty());

        assertThat(lifetime.cacheControl(Optional.empty()))
                .isEqualTo("public, max-age=1, s-maxage=2, stale-while-revalidate=3, stale-if-error=4");
    }

    @Test
    void a_max_age_that_readers_ignore_is_rejected() {
        assertThatThrownBy(() -> new CacheLifetime.Bounds(Duration.ofHours(1), Duration.ofHours(6)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Rows.Row> rows() {
        return Rows.of("cache-control.txt");
    }
}
