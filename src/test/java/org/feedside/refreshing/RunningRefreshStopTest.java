package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stop ends the wait between two refreshes, and never a refresh: that would close the file that it writes. */
class RunningRefreshStopTest {
    private final RunningRefresh running = new RunningRefresh(InstantSource.system());

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    void a_stop_interrupts_the_wait() {
        running.stop(Thread.currentThread());

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void a_stop_during_a_refresh_interrupts_after_it() {
        var during = running.during(() -> {
            running.stop(Thread.currentThread());
            return Thread.currentThread().isInterrupted();
        });

        assertThat(during).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void an_interrupt_just_before_a_refresh_waits_for_its_end() {
        Thread.currentThread().interrupt();

        assertThat(running.during(() -> Thread.currentThread().isInterrupted())).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void a_request_to_refresh_again_is_taken_once_and_not_after_a_stop() {
        running.refreshAgain(Thread.currentThread());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(running.takeAskedAgain()).isTrue();
        assertThat(running.takeAskedAgain()).isFalse();

        running.refreshAgain(Thread.currentThread());
        running.stop(Thread.currentThread());
        assertThat(running.takeAskedAgain()).isFalse();
    }
}
