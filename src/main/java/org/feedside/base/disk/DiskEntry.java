package org.feedside.base.disk;

/**
 * A file or folder in a folder; links count as what they lead to.
 *
 * @param isLink whether it is a link itself
 */
public record DiskEntry(String name, boolean isFolder, boolean isLink, FileStamp stamp) {
    /** What the JDK puts into a name in the place of bytes that are no characters of the locale. */
    public static final String NO_CHARACTER = "\uFFFD";

    /** One that is no link. */
    public DiskEntry(String name, boolean isFolder, FileStamp stamp) {
        this(name, isFolder, false, stamp);
    }
}
