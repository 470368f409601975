package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.junit.jupiter.api.Test;

/** When the second scan takes place, which must not be in the past: the loop would refresh without end. */
class SecondScanTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SecondScan secondScan = new SecondScan(ServiceConfig.DEFAULT);

    private Optional<Instant> awaited(int missingForMillis, int afterMillis) {
        var now = NOW.plusMillis(afterMillis);
        return secondScan.awaited(Optional.of(now.minusMillis(missingForMillis)), now);
    }

    @Test
    void a_time_in_the_past_is_not_waited_for() {
        assertThat(awaited(99, 0)).contains(NOW.plusMillis(1));
        assertThat(awaited(100, 0)).isEmpty();
        assertThat(awaited(5_000, 0)).isEmpty();
        assertThat(secondScan.time(Optional.of(NOW.minusMillis(100)), NOW)).isEmpty();
    }

    @Test
    void ever_more_missing_files_are_waited_for_during_a_second() {
        assertThat(awaited(0, 0)).contains(NOW.plusMillis(100));
        assertThat(awaited(10, 999)).contains(NOW.plusMillis(1_089));
        assertThat(awaited(10, 1_000)).isEmpty();
    }

    @Test
    void after_the_clock_was_set_back_the_wait_is_as_long() {
        assertThat(awaited(0, 500)).isPresent();
        assertThat(awaited(0, 0)).isPresent();
        assertThat(awaited(0, 999)).isPresent();
        assertThat(awaited(0, 1_000)).isEmpty();
    }
}
