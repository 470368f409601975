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
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.LastFound;
import org.feedside.base.disk.PathText;
import org.feedside.config.Configuration;
import org.feedside.config.Layout;

/** Finds the sizes of enclosures' files, and pictures beside posts. Only files in the site's folders are read. */
public final class EnclosureFiles {
    private static final String STATIC = "static";

    private final Disk disk;
    private final LastFound<Long> sizes;
    private final Path site;
    private final Path content;
    private final boolean isZola;
    private final boolean followLinks;
    private final List<Path> realRoots = new ArrayList<>();
    private final Map<PageEnclosure, Long> known = new HashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Set<Path> folders = new TreeSet<>();

    private EnclosureFiles(Disk disk, Path site, Configuration configuration, LastFound<Long> sizes) {
        this.disk = disk;
        this.sizes = sizes;
        this.site = site;
        this.content = configuration.content();
        this.isZola = configuration.site().layout() instanceof Layout.Zola;
        this.followLinks = configuration.service().followLinks();
    }

    /**
     * Finds the size of each enclosure that has no {@code length} and whose file belongs to the site, and the
     * pages whose pictures are in their folders.
     *
     * @param site the folder of the site
     * @param sizes the sizes at the last scans, which stay while a file is away for a moment or cannot be examined
     */
    public static EnclosureLengths measure(
            Disk disk, Path site, Configuration configuration, List<Page> pages, LastFound<Long> sizes) {
        var files = new EnclosureFiles(disk, site, configuration, sizes);
        for (var page : pages) {
            page.enclosure()
                    .filter(file -> file.length().isEmpty() && !file.url().isUrl())
                    .ifPresent(files::measure);
        }
        var withPicture =
                pages.stream().filter(files::hasPicture).map(Page::path).collect(Collectors.toSet());
        return new EnclosureLengths(files.known, withPicture, files.problems, files.folders);
    }

    /** Whether the picture of a page is in its folder. If not, that is no problem: it may be below base_url. */
    private boolean hasPicture(Page page) {
        var file = page.picture()
                .filter(picture -> picture.isBesidePage() && page.path().isBundle())
                .flatMap(picture -> PathText.resolve(content.resolve(page.path().folder()), picture.path()));
        try {
            var found = file.isPresent() ? disk.realPath(file.get()) : file;
            var size = found.isPresent()
                    ? disk.entry(found.get()).map(entry -> entry.stamp().size())
                    : Optional.<Long>empty();
            return file.flatMap(path -> sizes.at(path, size)).isPresent();
        } catch (IOException e) {
            return file.flatMap(sizes::last).isPresent();
        }
    }

    private void measure(PageEnclosure enclosure) {
        var url = enclosure.url();
        try {
            for (var root : roots(enclosure.page(), url)) {
                var file = root.resolve(url.path());
                watch(root, file);
                var real = disk.realPath(file);
                if (real.isPresent() && !isInSite(real.get())) {
                    warn(
                            enclosure,
                            "`%s` is a link, or is reached through a link, that leads out of the site's folder: replace the link with its target, set follow_links = true in feedside.toml"
                                    .formatted(url.path()));
                    return;
                }
                var entry = disk.entry(real.orElse(file));
                if (entry.filter(DiskEntry::mayHideFiles).isPresent()) {
                    keepSize(
                            enclosure,
                            "`%s` is a link that leads nowhere: restore what it links to".formatted(url.path()));
                    return;
                }
                var now = entry.filter(DiskEntry::isFile).map(e -> e.stamp().size());
                var size = sizes.at(file, now.filter(s -> s > 0)).or(() -> now);
                if (size.isPresent()) {
                    known.put(enclosure, size.get());
                    return;
                }
            }
            warn(enclosure, "there is no file `%s` %s: put it there".formatted(url.path(), places(url)));
        } catch (IOException | InvalidPathException e) {
            // InvalidPathException: the name has characters that the locale cannot encode.
            keepSize(
                    enclosure,
                    "the file `%s` cannot be read (%s): check its name and permissions"
                            .formatted(url.path(), FailureReason.of(e)));
        }
    }

    /** The folders that the file may be in: those that the generator copies unchanged, or the folder of the page. */
    private List<Path> roots(SourcePath page, FileAddress url) {
        if (url.isBesidePage()) {
            return List.of(content.resolve(page.folder()));
        }
        var copied = site.resolve(STATIC);
        return isZola ? List.of(copied) : List.of(copied, site);
    }

    private String places(FileAddress url) {
        if (url.isBesidePage()) {
            return "beside the post";
        }
        return isZola ? "in `static`" : "in `static` or the site's folder";
    }

    /** Warns that a file cannot be examined, and keeps the size that was found last. */
    private void keepSize(PageEnclosure enclosure, String message) {
        roots(enclosure.page(), enclosure.url()).stream()
                .flatMap(root -> PathText.resolve(root, enclosure.url().path()).stream())
                .flatMap(file -> sizes.last(file).stream())
                .findFirst()
                .ifPresent(size -> known.put(enclosure, size));
        warn(enclosure, message);
    }

    private void warn(PageEnclosure enclosure, String message) {
        problems.add(Code.MISSING_FILE.warning(
                enclosure.place(),
                "%s, or write its `length` in bytes; until then the length is %d"
                        .formatted(message, known.getOrDefault(enclosure, 0L))));
    }

    /** Whether a real path is in one of the site's folders. */
    private boolean isInSite(Path real) throws IOException {
        if (followLinks) {
            return true;
        }
        if (realRoots.isEmpty()) {
            // These folders may themselves be links; the links were made on purpose, so their targets are allowed.
            for (var folder : List.of(site, content, site.resolve(STATIC))) {
                disk.realPath(folder).ifPresent(realRoots::add);
            }
        }
        return realRoots.stream().anyMatch(real::startsWith);
    }

    /** Adds the folder of a file to the watched folders, or the nearest existing folder above it. */
    private void watch(Path root, Path file) throws IOException {
        for (var folder = file.getParent(); folder != null && folder.startsWith(root); folder = folder.getParent()) {
            if (folders.contains(folder)) {
                return;
            }
            var real = disk.realPath(folder);
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
