package org.feedside.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A short run of each target: the same files every time, unless {@code -Dfuzzing.seed} says otherwise.
 * {@code -Dfuzzing.index} runs one case alone, and {@link LongRun} many.
 */
class FuzzingTest {
    private static final long SEED = Long.getLong("fuzzing.seed", 20_261_125L);

    static List<Target> targets() {
        return Targets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatever_a_file_says_it_is_read_or_its_problems_are_told(Target target) {
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

    /** About two seconds each. */
    private static int cases(Target target) {
        return switch (target.name()) {
            case "site" -> 150;
            case "markdown" -> 1_500;
            default -> 5_000;
        };
    }
}
