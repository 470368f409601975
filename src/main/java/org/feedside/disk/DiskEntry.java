package org.feedside.disk;

/** A file or folder in a folder; links count as what they lead to. */
public record DiskEntry(String name, boolean isFolder, Stamp stamp) {}
