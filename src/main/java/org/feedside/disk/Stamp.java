package org.feedside.disk;

import java.time.Instant;

/** What a file system tells of a file without reading it. */
public record Stamp(Instant modified, long size) {}
