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
import org.feedside.base.disk.PathText;
import org.feedside.config.HttpConfig;
import org.feedside.http.HeadersFile;
import org.feedside.pages.Pages;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Snapshot;

/** Writes everything that a host without a server needs into the folder of the built site. */
record StaticOutput(Disk disk, Path folder, HttpConfig config) {
    private static final long MAX_FILE_BYTES = 10L << 20;

    /** Returns why some files cannot be written. */
    List<Diagnostic> write(Snapshot published) {
        var files = published.asFiles(config.moves());
        var problems = new ArrayList<Diagnostic>();
        var taken = files.documents().stream().filter(this::isTaken).toList();
        taken.forEach(page -> problems.add(Code.PATH_TAKEN.warning(
                folder.resolve(page.path()),
                "the site has its own page here, so Feedside's page about this feed is not written: `pages` in"
                        + " feedside.toml moves its pages to another folder")));
        problems.addAll(new FeedsFolder(disk, folder).write(files.without(taken)));
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

    /** Whether the built site has a page of its own at the path of one of Feedside's pages. */
    private boolean isTaken(Document document) {
        if (document.kind() != Document.Kind.PAGE) {
            return false;
        }
        // The attempt to write the page reports a path that the locale cannot encode, and a file that cannot be read.
        var file = PathText.resolve(folder, document.path());
        try {
            var page = file.isPresent() ? new String(existing(file.get()), StandardCharsets.ISO_8859_1) : "";
            return !page.isEmpty() && !page.contains(Pages.MARK);
        } catch (IOException e) {
            return false;
        }
    }

    private byte[] existing(Path file) throws IOException {
        try {
            return disk.read(file, MAX_FILE_BYTES);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
