package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feedside.testing.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says about a refresh that does not end. */
class OverdueRefreshTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("feedside");
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final RunningRefresh running = new RunningRefresh(clock);

    @BeforeEach
    void capture() {
        logger.setLevel(Level.INFO);
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(console);
        logger.setLevel(null);
    }

    /** Runs a refresh that takes some time, with a report each second. */
    private void refreshFor(int seconds) {
        running.during(() -> {
            for (int i = 0; i < seconds; i++) {
                clock.advance(Duration.ofSeconds(1));
                running.report();
            }
            return seconds;
        });
    }

    private List<String> lines() {
        var lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        log.reset();
        return lines;
    }

    @Test
    void a_refresh_within_the_limit_is_not_mentioned() {
        refreshFor(60);
        running.report();

        assertThat(lines()).isEmpty();
    }

    @Test
    void an_overdue_refresh_is_one_line_when_it_is_noticed_and_one_when_it_has_ended() {
        refreshFor(300);
        assertThat(lines())
                .containsExactly(
                        "ERROR feedside: feedside:1:1: error: the refresh that began at 2026-03-01T12:00:00Z has not ended, so the published feeds stay unchanged: look for a mount that does not respond");

        running.report();
        running.report();
        assertThat(lines()).containsExactly("INFO  feedside: the refresh that began at 2026-03-01T12:00:00Z has ended");
    }

    @Test
    void a_second_overdue_refresh_is_another_pair_of_lines() {
        refreshFor(61);
        refreshFor(61);
        running.report();

        assertThat(lines())
                .extracting(
                        line -> line.substring(0, line.indexOf(' ')) + line.replaceAll(".*(:\\d\\dZ has \\w+).*", "$1"))
                .containsExactly("ERROR:00Z has not", "INFO:00Z has ended", "ERROR:01Z has not", "INFO:01Z has ended");
    }
}
