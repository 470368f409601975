package org.feedside.pipeline;

/** Receives the progress of long tasks. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (work, done, total) -> {};

    /** Reports that {@code done} of {@code total} parts are finished. May be called by any thread. */
    void report(String work, int done, int total);
}
