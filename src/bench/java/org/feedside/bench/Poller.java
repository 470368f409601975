package org.feedside.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A reader that polls at its times, over one connection, until it is told to end. */
final class Poller extends Thread {
    private final int port;
    private final List<Copy> copies;
    private final long first;
    private final long interval;
    private final Faults faults;
    private volatile boolean isOver;
    private long[] unchanged = new long[1 << 12];
    private int unchangedCount;
    private int fullCount;

    /**
     * A reader of some feeds, which asks for one after the other.
     *
     * @param first when to ask first, by the clock of nanoseconds
     * @param interval in nanoseconds
     */
    Poller(String name, int port, List<Copy> copies, long first, long interval, Faults faults) {
        super(name);
        this.port = port;
        this.copies = copies;
        this.first = first;
        this.interval = interval;
        this.faults = faults;
    }

    @Override
    public void run() {
        long poll = 0;
        while (!isOver) {
            try (var connection = new Connection(port)) {
                for (; !isOver; poll++) {
                    poll(connection, copies.get((int) (poll % copies.size())), first + poll * interval);
                }
            } catch (IOException e) {
                faults.add(getName() + ": " + e);
                poll++;
            }
        }
    }

    private void poll(Connection connection, Copy copy, long due) throws IOException {
        for (var wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
        var answer = connection.get(copy.path(), copy.fields());
        var time = System.nanoTime() - due;
        if (answer.status() == 304) {
            add(time);
        } else {
            fullCount++;
        }
        copy.take(answer).ifPresent(faults::add);
    }

    private void add(long time) {
        if (unchangedCount == unchanged.length) {
            unchanged = Arrays.copyOf(unchanged, 2 * unchangedCount);
        }
        unchanged[unchangedCount++] = time;
    }

    void end() throws InterruptedException {
        isOver = true;
        join();
    }

    /** How long answers of 304 took, from when their requests were due; once it has ended. */
    long[] unchanged() {
        return Arrays.copyOf(unchanged, unchangedCount);
    }

    int fullCount() {
        return fullCount;
    }
}
