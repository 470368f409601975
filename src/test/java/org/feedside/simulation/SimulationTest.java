package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Runs many random stories with faults. {@code -Dsimulation.seeds=N} sets their number, {@code -Dsimulation.seed=S}
 * runs one. A seed that breaks a promise is reported as the shortest story that still breaks it.
 */
class SimulationTest {
    private static final long SEEDS = 300;

    @Test
    void every_promise_is_kept_despite_all_faults() {
        var seeds = Seeds.ofService();
        var failure = Optional.ofNullable(Long.getLong("simulation.seed"))
                .map(seed -> seeds.run(seed, 1))
                .orElseGet(() -> seeds.run(0, Long.getLong("simulation.seeds", SEEDS)));

        System.out.println(seeds);
        assertThat(failure.map(seeds::shortest)).isEmpty();
    }
}
