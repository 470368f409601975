package org.feedside.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.feedside.pipeline.Progress;

/** One line that is written over and over, where somebody watches and the work takes over a second. */
final class ProgressLine implements Progress {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String ERASE_LINE = "\r\u001B[K";

    private final PrintWriter out;
    private final boolean isWatched;
    private final LongSupplier nanoTime;
    private long next;
    private boolean isShown;

    ProgressLine(PrintWriter out, boolean isWatched, LongSupplier nanoTime) {
        this.out = out;
        this.isWatched = isWatched;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong() + PATIENCE;
    }

    /** A line that shows only on a terminal. */
    static ProgressLine onTerminal(PrintWriter out) {
        return new ProgressLine(out, Console.isErrWatched(), System::nanoTime);
    }

    @Override
    public synchronized void report(String work, int done, int total) {
        var now = nanoTime.getAsLong();
        if (isWatched && now - next >= 0) {
            next = now + PAUSE;
            isShown = true;
            out.printf("%s%s: %d of %d", ERASE_LINE, work, done, total);
            out.flush();
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (isShown) {
            isShown = false;
            out.print(ERASE_LINE);
            out.flush();
        }
    }
}
