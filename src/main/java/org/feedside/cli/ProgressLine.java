package org.feedside.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.feedside.pipeline.Progress;

/** A progress line on a terminal. It appears after a second of work and is then overwritten with each update. */
final class ProgressLine implements Progress {
    private static final long DELAY = TimeUnit.SECONDS.toNanos(1);
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String ERASE_LINE = "\r\u001B[K";

    private final PrintWriter out;
    private final boolean isTerminal;
    private final LongSupplier nanoTime;
    private long next;
    private boolean isShown;

    ProgressLine(PrintWriter out, boolean isTerminal, LongSupplier nanoTime) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong() + DELAY;
    }

    @Override
    public synchronized void report(String work, int done, int total) {
        var now = nanoTime.getAsLong();
        if (isTerminal && now - next >= 0) {
            next = now + INTERVAL;
            isShown = true;
            out.printf("%s%s: %d of %d", ERASE_LINE, work, done, total);
            out.flush();
        }
    }

    synchronized void clear() {
        if (isShown) {
            isShown = false;
            out.print(ERASE_LINE);
            out.flush();
        }
    }
}
