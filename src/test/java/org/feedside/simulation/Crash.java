package org.feedside.simulation;

/** The process is killed during an operation. Must not be caught by the service. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("kill -9", null, false, false);
    }
}
