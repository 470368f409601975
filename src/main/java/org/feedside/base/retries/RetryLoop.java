package org.feedside.base.retries;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does work each time it is woken, and when the work is to be tried again. An interrupt ends it. */
public final class RetryLoop extends Thread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetryLoop.class);
    private static final int CLOSE_MILLIS = 2_000;

    private final Callable<Optional<Duration>> work;
    private final Semaphore wakeUps = new Semaphore(0);

    /** Creates a loop that is not started. The work does what is due, and returns the delay until the next retry. */
    public RetryLoop(String name, Callable<Optional<Duration>> work) {
        super(name);
        this.work = work;
        setDaemon(true);
    }

    public void wake() {
        wakeUps.release();
    }

    /** Interrupts the work, and gives it two seconds to end. */
    @Override
    public void close() {
        interrupt();
        try {
            join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        var timeout = Optional.<Duration>empty();
        while (!isInterrupted()) {
            try {
                if (wakeUps.tryAcquire(timeout.map(Duration::toNanos).orElse(Long.MAX_VALUE), TimeUnit.NANOSECONDS)) {
                    wakeUps.drainPermits();
                }
                timeout = work.call();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.error("internal error: the work continues after the next publication; please report it", e);
                timeout = Optional.empty();
            }
        }
    }
}
