package org.feedside.base.disk;

/**
 * What a path of a folder leads to. For a symbolic link, {@code kind} and {@code stamp} describe its target, if there
 * is one.
 *
 * @param isLink whether the entry is a symbolic link
 */
public record DiskEntry(String name, Kind kind, boolean isLink, FileStamp stamp) {
    /** The character that the JDK puts into a name for bytes that it cannot decode in the current locale. */
    public static final String REPLACEMENT_CHARACTER = "\uFFFD";

    public enum Kind {
        /** A regular file, which can be read to its end. */
        FILE,
        FOLDER,
        /** A named pipe, a socket or a device: a read of it may never return. */
        SPECIAL,
        /** Nothing: a link whose target does not exist. */
        NOWHERE,
        /** Not known, because the disk or a permission prevents it. */
        UNKNOWN
    }

    public boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }

    /** Whether files below this path may exist although they cannot be found now. */
    public boolean mayHideFiles() {
        return kind == Kind.NOWHERE || kind == Kind.UNKNOWN;
    }
}
