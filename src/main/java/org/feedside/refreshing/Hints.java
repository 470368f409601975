package org.feedside.refreshing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Tells that something may have happened to files. A hint carries nothing else: the folder decides what it was. */
public interface Hints extends AutoCloseable {
    /** Watches these folders and no others; true if one was not watched before, so that a hint may have been missed. */
    boolean watch(Set<Path> folders);

    /** Waits for a hint, at most so long; false if none came. With no time it tells whether one is there. */
    boolean await(Duration atMost) throws InterruptedException;

    @Override
    void close();
}
