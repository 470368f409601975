package org.feedside.publishing.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.feedside.base.disk.Disk;

/**
 * The process that holds a feeds folder, named in a file for whoever is refused. The name is no lock: one that was left
 * behind does no harm.
 */
record PidFile(Disk disk, Path file) {
    private static final int MOST_BYTES = 100;

    static PidFile of(Disk disk, Path feedsFolder) {
        return new PidFile(disk, feedsFolder.resolve(".feedside").resolve("process"));
    }

    /** Names this process. */
    void name() {
        var text = ProcessHandle.current().pid() + "\n";
        try {
            disk.replace(file, text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        } catch (IOException e) {
            // A full disk must not keep what was published from being served, and only a message lacks a number.
            return;
        }
    }

    /** The process as a part of a sentence, with a space before it; nothing if it is not known. */
    String inWords() {
        return named().map(" (process %d)"::formatted).orElse("");
    }

    private Optional<Long> named() {
        try {
            var text = new String(disk.read(file, MOST_BYTES), StandardCharsets.UTF_8).strip();
            // In another container it runs by another number.
            return Optional.of(Long.parseLong(text))
                    .filter(pid -> ProcessHandle.of(pid).isPresent());
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
