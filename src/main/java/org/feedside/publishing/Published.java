package org.feedside.publishing;

/** Hands snapshots from the refresher to the server: one reference, written by one thread and read by many. */
public final class Published {
    private volatile Snapshot current = Snapshot.EMPTY;
    private volatile boolean isServed;

    public Snapshot current() {
        return current;
    }

    /** Returns whether a client was sent any of these snapshots. */
    public boolean isServed() {
        return isServed;
    }

    /** Notes that a client is sent the current snapshot. */
    public void serve() {
        if (!isServed) {
            isServed = true;
        }
    }

    public void publish(Snapshot snapshot) {
        current = snapshot;
    }
}
