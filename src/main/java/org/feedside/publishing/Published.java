package org.feedside.publishing;

/** Hands snapshots from the refresher to the server: one reference, written by one thread and read by many. */
public final class Published {
    private volatile Snapshot current = Snapshot.EMPTY;

    public Snapshot current() {
        return current;
    }

    public void publish(Snapshot snapshot) {
        current = snapshot;
    }
}
