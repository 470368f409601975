package org.feedside.content;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.FileStamp;
import org.feedside.config.Defaults;

/**
 * One file as it was read.
 *
 * @param stamp the stamp of the file before it was read
 * @param digest the digest of its bytes; empty if the file could not be read
 * @param problems the problems of these bytes
 * @param good the last version without errors
 * @param inherited the front matter from other files with which it was read
 */
record FileVersion(
        SourcePath path,
        FileStamp stamp,
        Instant readAt,
        Optional<String> digest,
        List<Diagnostic> problems,
        Optional<GoodVersion> good,
        List<Defaults> inherited) {
    /**
     * Editors save in two writes within one tick of the file system's clock. A file that was modified less than this
     * before it was read is read again by the next scan.
     */
    private static final Duration MTIME_GRANULARITY = Duration.ofSeconds(2);

    boolean isFresh(FileStamp current) {
        // Permissions can change without a new stamp, so a file that could not be read is tried in each scan.
        return digest.isPresent() && stamp.equals(current) && !isRecent(stamp.modified(), readAt);
    }

    /** Whether these bytes are the last version without errors. */
    boolean isGood() {
        return good.isPresent() && digest.equals(good.map(GoodVersion::digest));
    }

    /** Whether the file may change again without a new modification time. */
    private static boolean isRecent(Instant modified, Instant readAt) {
        return !modified.isBefore(readAt.minus(MTIME_GRANULARITY));
    }

    /** Returns this version with a problem, and the saved one if that has other bytes; it is read again later. */
    FileVersion refused(Diagnostic problem, Optional<GoodVersion> saved) {
        var instead = good.flatMap(version -> version.insteadOfThis(saved));
        var all = new ArrayList<>(problems);
        all.add(problem);
        return new FileVersion(path, stamp, readAt, Optional.empty(), all, instead, inherited);
    }

    /**
     * Returns this version, read again if it inherits other front matter than before. With errors it has the good version
     * of {@code before}, and is read again in the next full scan.
     */
    FileVersion inheriting(List<Defaults> others, ContentFolder folder, Optional<FileVersion> before) {
        if (good.isEmpty() || others.equals(inherited)) {
            return this;
        }
        var last = good.get();
        var read = folder.parse(path, last.source().text().full().getBytes(StandardCharsets.UTF_8), others);
        var now = read.value().map(source -> new GoodVersion(source, last.digest()));
        return new FileVersion(
                path,
                stamp,
                readAt,
                digest.filter(d -> now.isPresent()),
                isGood() ? read.problems() : problems,
                now.or(() -> before.flatMap(FileVersion::good)),
                others);
    }
}
