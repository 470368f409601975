package org.feedside.base.disk;

import java.io.IOException;

/** Thrown when there is something to read at a path that is not a regular file. The message says what it is and what to do. */
public final class NotAFileException extends IOException {
    private static final long serialVersionUID = 1;

    public NotAFileException(DiskEntry.Kind kind) {
        super(
                switch (kind) {
                    case FOLDER -> "this is a folder, not a file: rename or remove it";
                    case NOWHERE -> "this link leads nowhere: restore what it links to, or remove the link";
                    default ->
                        "this is a named pipe, a socket or a device, and only regular files are read: replace it with a file";
                });
    }
}
