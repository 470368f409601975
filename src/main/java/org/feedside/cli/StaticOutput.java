package org.feedside.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.config.HttpConfig;
import org.feedside.http.HeadersFile;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Snapshot;

/** Writes everything that a host without a server needs into the folder of the built site. */
record StaticOutput(Disk disk, Path folder, HttpConfig config) {
    private static final long MAX_HEADERS_BYTES = 1L << 20;

    /** Returns why some files cannot be written. */
    List<Diagnostic> write(Snapshot files) {
        var problems = new ArrayList<>(new FeedsFolder(disk, folder).write(files));
        var headers = folder.resolve(HeadersFile.NAME);
        try {
            // In this charset, bytes that Feedside did not write stay as they are.
            var text = new String(existing(headers), StandardCharsets.ISO_8859_1);
            var next = HeadersFile.with(files.documents(), config, text);
            disk.replace(headers, next.getBytes(StandardCharsets.ISO_8859_1), files.lastModified());
        } catch (IOException e) {
            problems.add(Code.FEEDS_FOLDER.error(headers, "cannot be written: " + FailureReason.of(e)));
        }
        return problems;
    }

    private byte[] existing(Path file) throws IOException {
        try {
            return disk.read(file, MAX_HEADERS_BYTES);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
