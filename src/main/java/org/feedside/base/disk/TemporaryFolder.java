package org.feedside.base.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder in the system's folder for temporary files. It is deleted, with all its files, when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("feedside"));
    }

    @Override
    public void close() {
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the temporary folder {} cannot be deleted ({})", path, FailureReason.of(e));
        }
    }
}
