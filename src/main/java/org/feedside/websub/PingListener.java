package org.feedside.websub;

/** Hears what becomes of pings, on the thread that sends them. */
@FunctionalInterface
public interface PingListener {
    /** A round of pings is over. */
    void ended(PingOutcome outcome);

    /** A round begins: of so many documents the hub must be told. */
    default void begins(int pending) {}
}
