package org.feedside.simulation;

/** The process ends in the middle of what it does: nothing may catch this. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("kill -9", null, false, false);
    }
}
