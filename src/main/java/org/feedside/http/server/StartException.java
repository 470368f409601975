package org.feedside.http.server;

/** Thrown when the server cannot start; the message says why and what to do. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
