package org.feedside.websub;

/** Gets the outcome of pings, on the thread that sends them. */
@FunctionalInterface
public interface PingListener {
    void roundEnded(PingOutcome outcome);

    /** Called before a round of pings. */
    default void roundStarted(int pending) {}
}
