package org.feedside.refreshing;

import java.time.Duration;
import java.time.Instant;
import org.feedside.base.disk.FileChanges;

/** Keeps what is published up to date, from posts or from another publisher. Used by one thread. */
public interface Updater extends AutoCloseable {
    /** Examines the places that may have changed since the last refresh, and publishes the changes. */
    RefreshResult refresh(Instant now, FileChanges changes);

    /** Returns the time between two refreshes if no event comes before. */
    Duration interval();

    /** Makes the next refresh examine everything: an event may have been missed. */
    default void scanEverythingNext() {}

    /**
     * Adds gzip and brotli to one more published document; returns false if every document already has them. It handles
     * only one document per call, because an author's next change has to wait for it.
     */
    boolean compressNext();

    /** Returns the number of published documents. */
    int documents();

    /** Records that the process ends normally. Thread-safe. */
    @Override
    default void close() {}
}
