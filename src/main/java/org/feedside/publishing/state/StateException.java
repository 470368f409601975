package org.feedside.publishing.state;

import java.nio.file.Path;
import org.feedside.base.disk.FailureReason;

/** The state cannot be stored: another process has locked it, or the disk reports an error. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateException(String message) {
        super(message);
    }

    StateException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param message what is wrong and what to do, with {@code %s} for the path and for the reason
     */
    StateException(String message, Path path, Throwable cause) {
        this(message.formatted(path, FailureReason.of(cause)), cause);
    }
}
