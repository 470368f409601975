package org.feedside.base.diagnostics;

/**
 * Stops work on a file in which something exceeds a limit, from deep inside a library. {@link Fence} turns it into a
 * problem.
 */
public final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param message the size, the limit, and what to do
     */
    public LimitException(String message) {
        super(message, null, false, false);
    }
}
