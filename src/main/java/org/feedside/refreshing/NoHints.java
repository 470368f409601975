package org.feedside.refreshing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.feedside.disk.Changes;

/** No hints: the regular look at the whole folder does it all. */
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
    public Changes changes() {
        return Changes.NONE;
    }

    @Override
    public void close() {}
}
