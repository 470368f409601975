package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.feedside.config.HttpConfig;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class CacheControlTest {
    @ParameterizedTest
    @RowSource("http/cache-control")
    void max_age_follows_the_update_interval_if_configured(Rows.Row row) {
        var updateInterval = row.optional(0).map(Duration::parse);

        assertThat(CacheControl.of(HttpConfig.DEFAULT, updateInterval))
                .startsWith("public, max-age=%s, ".formatted(row.text(1)));
        assertThat(CacheControl.of(Settings.of("[http.rhythm]").http(), updateInterval))
                .startsWith("public, max-age=%s, ".formatted(row.text(2)));
    }

    @Test
    void every_duration_is_settable() {
        var settings = Settings.of("""
                [http]
                max_age = "1s"
                shared_max_age = "2s"
                stale_while_revalidate = "3s"
                stale_if_error = "4s"
                """);

        assertThat(CacheControl.of(settings.http(), Optional.empty()))
                .isEqualTo("public, max-age=1, s-maxage=2, stale-while-revalidate=3, stale-if-error=4");
    }

    @Test
    void a_max_age_that_readers_ignore_is_rejected() {
        assertThatThrownBy(() -> new HttpConfig.MaxAgeBounds(Duration.ofHours(1), Duration.ofHours(6)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
