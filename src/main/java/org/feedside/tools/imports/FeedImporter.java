package org.feedside.tools.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.FileTooLargeException;
import org.feedside.base.disk.NotAFileException;
import org.feedside.base.text.PrintableText;
import org.feedside.config.KnownPosts;
import org.feedside.config.KnownPostsWriter;
import org.feedside.config.SiteFolder;
import org.feedside.formats.reading.ImportedFeed;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.LoadedSite;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.SiteInput;
import org.feedside.pipeline.SiteReading;

/** Imports a feed that was published before: writes its ids and dates to {@code feedside-ids.toml}. */
public final class FeedImporter {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_FILES = 10_000;

    private final Disk disk;
    private final List<Diagnostic> warnings = new ArrayList<>();

    private FeedImporter(Disk disk) {
        this.disk = disk;
    }

    /** Imports a feed, or all feeds of a folder. Returns no plan but the reasons if nothing could be done. */
    public static Parsed<ImportPlan> of(Disk disk, SiteFolder folder, Path oldFeed, BuildOptions options, Instant now) {
        var loaded = LoadedSite.read(disk, folder, now);
        var importing = new FeedImporter(disk);
        var feeds = importing.read(oldFeed);
        if (feeds.value().isEmpty() || loaded.value().isEmpty()) {
            var problems = new ArrayList<>(loaded.problems());
            problems.addAll(feeds.problems());
            return Parsed.failed(problems);
        }
        importing.warnings.addAll(feeds.problems());
        var into = folder.folder().resolve(KnownPosts.FILE);
        var configuration = loaded.value().get().configuration();
        var site = SiteReading.site(SiteInput.once(loaded.value().get(), disk, folder, options, Progress.NONE, now));
        var limit = configuration
                .service()
                .limit()
                .orElse(configuration.site().feedLimit().orElse(0));
        var shown =
                limit == 0 ? site.posts().size() : Math.min(limit, site.posts().size());
        var entries = feeds.value().get().entries().size();
        if (shown > entries) {
            importing.warnings.add(Code.OLD_FEED.warning(
                    oldFeed,
                    "the feed has %s, and the site's feed will have %d, so readers see posts as new that they never had: set limit = %d in feedside.toml"
                            .formatted(PrintableText.count(entries, "post"), shown, entries)));
        }
        var plan = ImportPlan.of(oldFeed.toString(), feeds.value().get(), site.posts(), configuration.known());
        try {
            if (!plan.added().isEmpty()) {
                var text = KnownPostsWriter.add(importing.before(into), plan.added());
                disk.replace(into, text.getBytes(StandardCharsets.UTF_8), now);
            }
        } catch (IOException e) {
            return failed(
                    into,
                    "the ids cannot be written (%s): check disk space and permissions".formatted(FailureReason.of(e)));
        }
        return Parsed.of(plan, importing.warnings);
    }

    /** Reads the current text of the file. It was readable a moment ago. */
    private String before(Path file) throws IOException {
        var text = SiteFolder.text(disk, file, Integer.MAX_VALUE);
        if (!text.problems().isEmpty()) {
            throw new IOException("the file was changed in the meantime");
        }
        return text.value().orElse("");
    }

    private Parsed<ImportedFeed> read(Path path) {
        try {
            var entry = disk.entry(path);
            if (entry.isEmpty()) {
                return failed(path, "no such file: pass a feed that the site published before, such as atom.xml");
            }
            var feed = entry.get().isFolder() ? readFolder(path) : readFile(path);
            return feed.value().filter(f -> f.entries().isEmpty()).isPresent()
                    ? failed(path, "the feed has no entries: pass a feed that has entries")
                    : feed;
        } catch (IOException e) {
            return failed(path, FailureReason.ofReading(e));
        }
    }

    private static <T> Parsed<T> failed(Path path, String message) {
        return Parsed.failed(Code.OLD_FEED.error(path, message));
    }

    private Parsed<ImportedFeed> readFile(Path file) throws IOException {
        try {
            return ImportedFeed.read(file.toString(), disk.read(file, ImportedFeed.MAX_BYTES));
        } catch (FileTooLargeException e) {
            return failed(
                    file,
                    "the file is larger than %d bytes: remove the oldest entries, or split the file"
                            .formatted(ImportedFeed.MAX_BYTES));
        } catch (NotAFileException e) {
            return failed(file, FailureReason.ofReading(e));
        }
    }

    /** Reads all feeds of a folder as one. The feed of the whole site is at the top of the folder. */
    private Parsed<ImportedFeed> readFolder(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        collect(folder, 0, files);
        if (files.size() > MAX_FILES) {
            return failed(
                    folder,
                    "the folder has more than %d files: pass a folder that contains only feeds".formatted(MAX_FILES));
        }
        var feeds = new ArrayList<ImportedFeed>();
        for (var file : files) {
            var feed = readFile(file);
            feed.value().ifPresent(feeds::add);
            feed.problems().stream()
                    .map(p -> Code.OLD_FEED.warning(p.place(), p.message()))
                    .forEach(warnings::add);
        }
        return feeds.isEmpty()
                ? failed(folder, "none of the .xml files here is a feed: pass a feed, or a folder of feeds")
                : Parsed.of(ImportPlan.merged(feeds), List.of());
    }

    private void collect(Path folder, int depth, List<Path> files) throws IOException {
        var folders = new ArrayList<Path>();
        for (var entry : disk.list(folder)) {
            var path = folder.resolve(entry.name());
            if (entry.name().startsWith(".")) {
                continue;
            }
            if (entry.isFolder()) {
                folders.add(path);
            } else if (entry.name().endsWith(".xml")) {
                files.add(path);
            }
        }
        for (var inner : folders) {
            if (depth < MAX_DEPTH && files.size() <= MAX_FILES) {
                collect(inner, depth + 1, files);
            }
        }
    }
}
