package org.feedside.pipeline;

/** Hears how far long work has come. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (work, done, total) -> {};

    /** So much of a piece of work is done; told by any thread. */
    void report(String work, int done, int total);
}
