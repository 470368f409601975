package org.feedside.base.disk;

import java.io.IOException;

/** Thrown when a file is larger than the limit of the read. */
public final class FileTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    public FileTooLargeException(String file) {
        super(file + " is too large");
    }
}
