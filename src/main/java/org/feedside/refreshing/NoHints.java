package org.feedside.refreshing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

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
    public void close() {}
}
