package org.feedside.base.disk;

import java.time.Instant;

/** What a file system tells of a file without reading it. */
public record FileStamp(Instant modified, long size) {}
