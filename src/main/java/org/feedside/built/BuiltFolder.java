package org.feedside.built;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.FileStamp;
import org.feedside.base.disk.FileTooLargeException;
import org.feedside.base.disk.PathText;

/** The folder into which a generator writes the site, such as {@code public}. Links that lead out of it are not followed. */
public final class BuiltFolder {
    /** Larger pages are skipped. Templates do not make them so large; a page may contain a whole book. */
    private static final long MAX_BYTES = 5_000_000;

    private static final int MAX_PAGES = 200_000;
    private static final int MAX_DEPTH = 64;

    /** A folder for each page is usual. Far more folders are no built site: the setting may name the root of the disk. */
    private static final int MAX_OTHER_FOLDERS = 20_000;

    private final Disk disk;
    private final Path folder;
    private final Path real;
    private final List<Diagnostic> problems = new ArrayList<>();

    private BuiltFolder(Disk disk, Path folder, Path real) {
        this.disk = disk;
        this.folder = folder;
        this.real = real;
    }

    /** Opens the folder. Returns empty if it does not exist or cannot be opened. */
    public static Optional<BuiltFolder> open(Disk disk, Path folder) {
        try {
            return disk.entry(folder).filter(e -> e.isFolder()).isPresent()
                    ? disk.realPath(folder).map(real -> new BuiltFolder(disk, folder, real))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the problems found so far. */
    public List<Diagnostic> problems() {
        return List.copyOf(problems);
    }

    /** Returns all pages below the folder. */
    public BuiltPages pages() {
        var pages = new TreeMap<String, FileStamp>();
        var folders = new TreeSet<Path>();
        collect(folder, "", 0, pages, folders);
        if (pages.size() > MAX_PAGES) {
            warn(folder, "there are more than %d pages here: the rest is ignored".formatted(MAX_PAGES));
            pages.keySet().stream().skip(MAX_PAGES).toList().forEach(pages::remove);
        } else if (!isSite(pages, folders)) {
            warn(
                    folder,
                    "there are more than %d folders without pages here: the rest is ignored"
                            .formatted(MAX_OTHER_FOLDERS));
        }
        return new BuiltPages(pages, folders);
    }

    /** Returns the file of a page, for diagnostics. */
    public String file(String page) {
        return folder.resolve(page).toString();
    }

    /** Returns the text of a page, if it can be read. Bytes that are not UTF-8 cannot be part of a link. */
    public Optional<String> text(String page) {
        try {
            return Optional.of(new String(disk.read(folder.resolve(page), MAX_BYTES), StandardCharsets.UTF_8));
        } catch (FileTooLargeException e) {
            warn(folder.resolve(page), "the page is larger than %d bytes and was skipped".formatted(MAX_BYTES));
        } catch (IOException e) {
            warn(folder.resolve(page), FailureReason.ofReading(e));
        }
        return Optional.empty();
    }

    /** Returns whether the folder contains the file. */
    public boolean has(String path) {
        try {
            var file = PathText.resolve(folder, path).orElse(folder).normalize();
            return file.startsWith(folder.normalize())
                    && disk.entry(file).filter(e -> e.isFile()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private void collect(Path inner, String prefix, int depth, Map<String, FileStamp> pages, Set<Path> folders) {
        folders.add(inner);
        try {
            for (var entry : disk.list(inner)) {
                var path = inner.resolve(entry.name());
                if (entry.name().startsWith(".") || (entry.isLink() && !isInside(path))) {
                    continue;
                }
                if (!entry.isFolder() && isPage(entry.name())) {
                    pages.put(prefix + entry.name(), entry.stamp());
                } else if (entry.isFolder()
                        && depth < MAX_DEPTH
                        && pages.size() <= MAX_PAGES
                        && isSite(pages, folders)) {
                    collect(path, prefix + entry.name() + "/", depth + 1, pages, folders);
                }
            }
        } catch (IOException e) {
            warn(inner, "the folder cannot be listed (%s): check its permissions".formatted(FailureReason.of(e)));
        }
    }

    private static boolean isSite(Map<String, FileStamp> pages, Set<Path> folders) {
        return folders.size() <= MAX_OTHER_FOLDERS + 2 * pages.size();
    }

    private synchronized void warn(Path path, String message) {
        problems.add(Code.UNREADABLE.warning(path, message));
    }

    private boolean isInside(Path path) throws IOException {
        return disk.realPath(path).filter(p -> p.startsWith(real)).isPresent();
    }

    /** An error page is served at many addresses, where no one subscribes. */
    private static boolean isPage(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return (small.endsWith(".html") || small.endsWith(".htm")) && !small.equals("404.html");
    }
}
