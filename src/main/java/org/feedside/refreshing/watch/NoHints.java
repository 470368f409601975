package org.feedside.refreshing.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.feedside.base.disk.FileChanges;

/** Gives no hints, so changes are found by the regular scan only. */
record NoHints() implements Hints {
    @Override
    public boolean watch(Set<Path> folders) {
        return false;
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        Thread.sleep(Math.max(0, atMost.toMillis()));
        return false;
    }

    @Override
    public FileChanges changes() {
        return FileChanges.NONE;
    }

    @Override
    public void close() {}
}
