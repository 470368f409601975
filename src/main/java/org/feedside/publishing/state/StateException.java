package org.feedside.publishing.state;

import java.nio.file.Path;
import org.feedside.base.disk.FailureReason;

/** The state cannot be stored or read: another process has locked it, or the disk or the network reports an error. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StateException(String message) {
        super(message);
    }

    StateException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The file or folder, what failed, why, and what to do. */
    StateException(Path path, String failure, Throwable cause, String advice) {
        this("%s %s (%s): %s".formatted(path, failure, FailureReason.of(cause), advice), cause);
    }
}
