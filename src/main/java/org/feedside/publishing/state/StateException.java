package org.feedside.publishing.state;

/** The state cannot be stored: another process has locked it, or the disk reports an error. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateException(String message) {
        super(message);
    }

    StateException(String message, Throwable cause) {
        super(message, cause);
    }
}
