package org.feedside.base.disk;

/**
 * A file or folder. For a symbolic link, {@code isFolder} and {@code stamp} describe its target.
 *
 * @param isLink whether the entry is a symbolic link
 */
public record DiskEntry(String name, boolean isFolder, boolean isLink, FileStamp stamp) {
    /** The character that the JDK puts into a name for bytes that it cannot decode in the current locale. */
    public static final String REPLACEMENT_CHARACTER = "\uFFFD";
}
