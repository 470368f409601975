package org.feedside.http;

/** The server cannot start; the message tells the operator why and what to do. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
