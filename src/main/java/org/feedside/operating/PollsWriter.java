package org.feedside.operating;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stores the polls every few minutes and at the end, on its own thread. */
final class PollsWriter implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration LAST_WRITING = Duration.ofSeconds(2);

    private final PollsFile file;
    private final Polls polls;
    private final InstantSource clock;
    private final ProblemAges ages = new ProblemAges();
    private final List<KnownProblem> found;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "polls");
    private volatile List<KnownProblem> unwritable = List.of();

    /** Continues from the stored report. */
    PollsWriter(PollsFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        var known = file.read();
        this.polls = new Polls(known.value().orElseGet(() -> PollReport.empty(clock.instant())));
        this.found = ages.all(known.problems(), clock.instant());
        thread.setDaemon(true);
    }

    Polls polls() {
        return polls;
    }

    /** Returns the current problem of the file. */
    List<KnownProblem> problems() {
        return unwritable.isEmpty() ? found : unwritable;
    }

    void start() {
        thread.start();
    }

    /** Stores the polls once more and stops. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LAST_WRITING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            var isLast = false;
            while (!isLast) {
                isLast = closing.await(INTERVAL.toSeconds(), TimeUnit.SECONDS);
                write();
            }
        } catch (InterruptedException e) {
            // This cannot happen, because nothing interrupts this thread.
            return;
        }
    }

    void write() {
        var now = clock.instant();
        try {
            file.write(polls.report(now), now);
            unwritable = List.of();
        } catch (IOException e) {
            unwritable = ages.all(List.of(file.unwritable(e)), now);
        }
    }
}
