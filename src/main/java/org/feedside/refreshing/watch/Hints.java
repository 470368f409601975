package org.feedside.refreshing.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.feedside.base.disk.FileChanges;

/** Reports that files may have changed, and where. What has changed is decided only by a scan of the folder. */
public interface Hints extends AutoCloseable {
    /** Watches exactly these folders; true if one was not watched before, so that a hint may have been missed. */
    boolean watch(Set<Path> folders);

    /** Waits for a hint; false if none came in time. With a zero duration it returns at once. */
    boolean await(Duration atMost) throws InterruptedException;

    /** Returns the places that may have changed, from the hints since the last call. */
    FileChanges changes();

    @Override
    void close();
}
