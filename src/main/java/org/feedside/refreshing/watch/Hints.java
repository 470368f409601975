package org.feedside.refreshing.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.feedside.base.disk.FileChanges;

/** Tells that something may have happened to files, and where. The folder decides what it was. */
public interface Hints extends AutoCloseable {
    /** Watches these folders and no others; true if one was not watched before, so that a hint may have been missed. */
    boolean watch(Set<Path> folders);

    /** Waits for a hint, at most so long; false if none came. With no time it tells whether one is there. */
    boolean await(Duration atMost) throws InterruptedException;

    /** Where something may have happened, by the hints since this was asked last. */
    FileChanges changes();

    @Override
    void close();
}
