package org.feedside.content;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.config.Configuration;
import org.feedside.config.Layout;

/** Looks at the files of enclosures, in the site's folders and nowhere else. */
public final class EnclosureFiles {
    private static final String STATIC = "static";

    private final Disk disk;
    private final Path site;
    private final Path content;
    private final boolean isZolas;
    private final boolean followLinks;
    private final List<Path> realHomes = new ArrayList<>();
    private final Map<PageEnclosure, Long> known = new HashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Set<Path> folders = new TreeSet<>();

    private EnclosureFiles(Disk disk, Path site, Configuration configuration) {
        this.disk = disk;
        this.site = site;
        this.content = configuration.content();
        this.isZolas = configuration.site().layout() instanceof Layout.Zola;
        this.followLinks = configuration.service().followLinks();
    }

    /** Looks at the files, as they are now, of all enclosures of the site in the folder {@code site} that need it. */
    public static EnclosureLengths look(
            Disk disk, Path site, Configuration configuration, List<PageEnclosure> enclosures) {
        var files = new EnclosureFiles(disk, site, configuration);
        for (var enclosure : enclosures) {
            if (enclosure.length().isEmpty() && !enclosure.url().isElsewhere()) {
                files.look(enclosure);
            }
        }
        return new EnclosureLengths(files.known, files.problems, files.folders);
    }

    private void look(PageEnclosure enclosure) {
        var url = enclosure.url();
        try {
            for (var home : homes(enclosure.page(), url)) {
                var file = home.resolve(url.path());
                watch(home, file);
                var real = disk.real(file);
                if (real.isPresent() && !isInSite(real.get())) {
                    warn(
                            enclosure,
                            "`%s` is or goes through a link that leads out of the site's folder: put the file itself there, set follow_links = true in feedside.toml"
                                    .formatted(url.path()));
                    return;
                }
                var entry = real.isPresent() ? disk.entry(real.get()) : Optional.<DiskEntry>empty();
                if (entry.isPresent() && !entry.get().isFolder()) {
                    known.put(enclosure, entry.get().stamp().size());
                    return;
                }
            }
            warn(enclosure, "there is no file `%s` %s: put it there".formatted(url.path(), places(url)));
        } catch (IOException | InvalidPathException e) {
            // The latter is for names that the locale cannot write.
            warn(
                    enclosure,
                    "the file `%s` cannot be looked at (%s): look at its name and permissions"
                            .formatted(url.path(), e));
        }
    }

    /** Where the file may be: what generators copy to the site as it is, or the folder of the page. */
    private List<Path> homes(SourcePath page, FileAddress url) {
        if (url.isBesidePage()) {
            return List.of(content.resolve(page.folder()));
        }
        var copied = site.resolve(STATIC);
        return isZolas ? List.of(copied) : List.of(copied, site);
    }

    private String places(FileAddress url) {
        if (url.isBesidePage()) {
            return "beside the post";
        }
        return isZolas ? "in `static`" : "in `static` or the site's folder";
    }

    private void warn(PageEnclosure enclosure, String message) {
        problems.add(Diagnostic.warning(
                enclosure.place(), message + ", or write its `length` in bytes; until then it is 0"));
    }

    /** Whether a place, all links followed, is in the site's folders. */
    private boolean isInSite(Path real) throws IOException {
        if (followLinks) {
            return true;
        }
        if (realHomes.isEmpty()) {
            // These may be links themselves: whoever put them there wanted what they lead to.
            for (var home : List.of(site, content, site.resolve(STATIC))) {
                disk.real(home).ifPresent(realHomes::add);
            }
        }
        return realHomes.stream().anyMatch(real::startsWith);
    }

    /** Remembers the folder of a file, or the nearest above it if that folder is still to come. */
    private void watch(Path home, Path file) throws IOException {
        for (var folder = file.getParent(); folder != null && folder.startsWith(home); folder = folder.getParent()) {
            if (folders.contains(folder)) {
                return;
            }
            var real = disk.real(folder);
            if (real.isPresent() && isInSite(real.get()) && isFolder(real.get())) {
                folders.add(folder);
                return;
            }
        }
    }

    private boolean isFolder(Path real) throws IOException {
        return disk.entry(real).filter(DiskEntry::isFolder).isPresent();
    }
}
