package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Runs many random stories of a publisher and its followers. {@code -Dfollowers.seeds=N} sets their number,
 * {@code -Dfollowers.seed=S} runs one. A seed that breaks a promise is reported as the shortest story that still breaks it.
 */
class FollowersTest {
    private static final long SEEDS = 40;

    @Test
    void every_server_keeps_the_promises_despite_all_faults() {
        var seeds = Seeds.ofFollowers();
        var failure = Optional.ofNullable(Long.getLong("followers.seed"))
                .map(seed -> seeds.run(seed, 1))
                .orElseGet(() -> seeds.run(Long.getLong("followers.first", 0), Long.getLong("followers.seeds", SEEDS)));

        System.out.println(seeds);
        assertThat(failure.map(seeds::shortest)).isEmpty();
    }
}
