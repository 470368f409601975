package org.feedside.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** A reader that polls at a fixed interval over one connection, until {@link #end()} is called. */
final class Poller extends Thread {
    private final int port;
    private final List<Copy> copies;
    private final long first;
    private final long interval;
    private final Faults faults;
    private volatile boolean isOver;
    private final LongStream.Builder unchanged = LongStream.builder();
    private int fullCount;

    /**
     * Creates a reader that polls its feeds in turn.
     *
     * @param first the time of the first poll, in the clock of {@link System#nanoTime()}
     * @param interval the time between two polls, in nanoseconds
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
        var response = connection.get(copy.path(), copy.fields());
        var time = System.nanoTime() - due;
        if (response.status() == 304) {
            unchanged.add(time);
        } else {
            fullCount++;
        }
        copy.update(response).ifPresent(faults::add);
    }

    /** Stops polling and waits for the thread. */
    void end() throws InterruptedException {
        isOver = true;
        join();
    }

    /** Returns the times of all 304 responses in nanoseconds, from when their requests were due; once, after {@link #end()}. */
    LongStream unchanged() {
        return unchanged.build();
    }

    /** The number of other responses. */
    int fullCount() {
        return fullCount;
    }
}
