package org.feedside.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A short run of each target, with the same files each time unless {@code -Dfuzzing.seed} is set. {@code
 * -Dfuzzing.index} runs a single case; {@link LongRun} runs many.
 */
class FuzzingTest {
    private static final long SEED = Long.getLong("fuzzing.seed", 20_261_125L);

    static List<Target> targets() {
        return Targets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void a_file_is_read_or_its_problems_are_reported(Target target) {
        var fuzzer = new Fuzzer(target, SEED);
        var index = Long.getLong("fuzzing.index", -1);

        if (index >= 0) {
            fuzzer.run(index);
        } else {
            for (int i = 0; i < cases(target); i++) {
                fuzzer.run(i);
            }
        }

        assertThat(fuzzer.slowest()).hasSeconds(0);
    }

    /** About two seconds per target. */
    private static int cases(Target target) {
        return switch (target.name()) {
            case "site" -> 150;
            case "markdown", "markdown of HUGO", "markdown of JEKYLL", "markdown of ELEVENTY" -> 1_500;
            default -> 5_000;
        };
    }
}
