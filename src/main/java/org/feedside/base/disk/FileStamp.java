package org.feedside.base.disk;

import java.time.Instant;

/** The modification time and size of a file: two reads with equal stamps normally see the same content. */
public record FileStamp(Instant modified, long size) {}
