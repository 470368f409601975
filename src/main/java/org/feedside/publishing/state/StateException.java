package org.feedside.publishing.state;

/** The state cannot be kept: another process holds it, or the disk refuses. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateException(String message, Throwable cause) {
        super(message, cause);
    }
}
