package org.feedside.tools.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.config.Configuration;
import org.feedside.markup.discovery.HtmlPage;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.SiteReading;

/** Checks the pages of the built site. */
final class BuiltPages {
    private final Disk disk;
    private final Progress progress;
    private final List<Diagnostic> problems = new ArrayList<>();
    private Optional<PublicFolder> folder = Optional.empty();

    BuiltPages(Disk disk, Progress progress) {
        this.disk = disk;
        this.progress = progress;
    }

    /** Opens the folder. Returns false if it does not exist. */
    boolean open(Path built) {
        try {
            folder = PublicFolder.open(disk, built);
            return folder.isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the number of pages checked; empty if no folder is open. */
    OptionalInt check(Configuration configuration, SiteReading reading) {
        return folder.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(check(folder.get(), new SiteFeeds(configuration, reading.site(), reading.feeds())));
    }

    List<Diagnostic> problems() {
        return List.copyOf(problems);
    }

    private int check(PublicFolder open, SiteFeeds feeds) {
        var autodiscovery = new Autodiscovery(feeds, open);
        var faults = new PageFaults();
        var pages = open.pages();
        var done = 0;
        for (var page : pages) {
            open.text(page)
                    .map(text -> HtmlPage.read(open.file(page), text, feeds.address(page)))
                    .ifPresent(html -> faults.add(autodiscovery.faults(page, html)));
            progress.report("checking pages", ++done, pages.size());
        }
        problems.addAll(faults.summary());
        problems.addAll(open.problems());
        return pages.size();
    }
}
