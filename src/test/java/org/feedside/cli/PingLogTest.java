package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.feedside.websub.PingOutcome;
import org.feedside.websub.PingOutcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log lines about failures of a hub. */
class PingLogTest {
    private static final Optional<Duration> SOON = Optional.of(Duration.ofSeconds(10));

    @Test
    void a_hub_that_is_down_is_one_line_for_all_documents() {
        var outcome = new PingOutcome(0, List.of(), List.of(), Optional.of("no connection"), 12, SOON, List.of());

        assertThat(PingLog.failures(outcome))
                .containsExactly("the hub could not be notified of 12 documents (no connection), next attempt in 10 s");
    }

    @Test
    void documents_that_the_hub_rejects_are_one_line() {
        var one = new Refusal("https://example.org/atom.xml", "it answers 403");
        var outcome = new PingOutcome(
                3, List.of(one, one, one), List.of(one, one, one), Optional.empty(), 3, SOON, List.of());

        assertThat(PingLog.failures(outcome))
                .containsExactly("the hub rejected https://example.org/atom.xml and 2 other documents"
                        + " (it answers 403), next attempt in 10 s");
    }

    @Test
    void without_failures_there_are_no_lines() {
        assertThat(PingLog.failures(
                        new PingOutcome(3, List.of(), List.of(), Optional.empty(), 0, Optional.empty(), List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1 s",
        "PT-5S, 1 s",
        "PT9.2S, 10 s",
        "PT10S, 10 s",
        "PT2M40S, 2 min 40 s",
        "PT10M, 10 min",
        "PT1H, 1 h",
        "PT1H0M5S, 1 h 5 s"
    })
    void durations_have_units(Duration duration, String words) {
        assertThat(PingLog.text(duration)).isEqualTo(words);
    }
}
