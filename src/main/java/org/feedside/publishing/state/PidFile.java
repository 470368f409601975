package org.feedside.publishing.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.feedside.base.disk.Disk;

/**
 * A file with the id of the process that uses a feeds folder, shown when another process is refused. It is not a lock:
 * a stale file does no harm.
 */
record PidFile(Disk disk, Path file) {
    private static final int MAX_BYTES = 100;

    static PidFile of(Disk disk, Path feedsFolder) {
        return new PidFile(disk, feedsFolder.resolve(".feedside").resolve("process"));
    }

    void write() {
        var text = ProcessHandle.current().pid() + "\n";
        try {
            disk.replace(file, text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        } catch (IOException e) {
            // A full disk must not stop the server. Without this file, only the process id is missing from an error
            // message.
            return;
        }
    }

    /** Returns the process as part of a message, with a leading space; empty if it is unknown. */
    String description() {
        return pid().map(" (process %d)"::formatted).orElse("");
    }

    private Optional<Long> pid() {
        try {
            var text = new String(disk.read(file, MAX_BYTES), StandardCharsets.UTF_8).strip();
            // A process in another container has another id there.
            return Optional.of(Long.parseLong(text))
                    .filter(pid -> ProcessHandle.of(pid).isPresent());
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
