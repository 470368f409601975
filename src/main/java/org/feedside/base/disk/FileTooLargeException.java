package org.feedside.base.disk;

import java.io.IOException;

/** A file is larger than its reader takes. */
public final class FileTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    public FileTooLargeException(String file) {
        super(file + " is too large");
    }
}
