package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter out = new StringWriter();
    private long nanos;

    private ProgressLine line(boolean isWatched) {
        return new ProgressLine(new PrintWriter(out), isWatched, this::nanos);
    }

    private long nanos() {
        return nanos;
    }

    private void pass(long milliseconds) {
        nanos += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }

    @Test
    void short_work_shows_nothing() {
        var line = line(true);

        pass(900);
        line.report("rendering posts", 1, 2);
        line.clear();

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void long_work_shows_one_line_that_is_erased() {
        var line = line(true);

        pass(1100);
        line.report("rendering posts", 7, 9);
        pass(50);
        line.report("rendering posts", 8, 9);
        pass(60);
        line.report("rendering posts", 9, 9);
        line.clear();

        assertThat(out).hasToString("\r\033[Krendering posts: 7 of 9\r\033[Krendering posts: 9 of 9\r\033[K");
    }

    @Test
    void a_pipe_gets_nothing() {
        var line = line(false);

        pass(5000);
        line.report("rendering posts", 7, 9);
        line.clear();

        assertThat(out.toString()).isEmpty();
    }
}
