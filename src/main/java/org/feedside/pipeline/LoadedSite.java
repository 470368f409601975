package org.feedside.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.config.Configuration;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.Library;

/** The configuration and the files of a site, which a command reads once. */
public record LoadedSite(Configuration configuration, Library library) {
    /** Reads the configuration and the files, or returns all problems that prevent it. */
    public static Parsed<LoadedSite> read(Disk disk, SiteFolder folder, Instant now) {
        var read = folder.read(disk);
        if (read.value().isEmpty()) {
            return Parsed.failed(read.problems());
        }
        var configuration = read.value().get();
        var problem = BuiltSite.problem(folder, configuration);
        if (problem.isPresent()) {
            return Parsed.failed(problem.get());
        }
        try {
            var library = Library.of(new ContentFolder(disk, configuration), now);
            return Parsed.of(new LoadedSite(configuration, library), List.of());
        } catch (IOException e) {
            return Parsed.failed(Code.UNREADABLE.error(
                    configuration.content(),
                    "the posts cannot be listed (%s): check the folder and its permissions"
                            .formatted(FailureReason.withFile(e))));
        }
    }
}
