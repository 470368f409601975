package org.feedside.publishing;

/** Where the refresher hands a snapshot over to the server: one reference, written by one thread, read by many. */
public final class Published {
    private volatile Snapshot current = Snapshot.EMPTY;

    public Snapshot current() {
        return current;
    }

    public void publish(Snapshot snapshot) {
        current = snapshot;
    }
}
