package org.feedside.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Digest;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.FileStamp;

/**
 * The last good version of every file of the content folder. A file with errors keeps its last good version, and so does
 * a missing file until it counts as deleted.
 */
public final class Library {
    private final Map<SourcePath, FileVersion> files;

    /** The files to read again in the next scan even without a reported change. */
    private final Set<SourcePath> unsettled;

    private final MissingFiles missing;

    private final ContentFolder folder;
    private final Optional<FolderWalk.Listing> listing;
    private final Function<SourcePath, Optional<LastGoodText>> savedTexts;

    private Library(
            Map<SourcePath, FileVersion> files,
            Set<SourcePath> unsettled,
            MissingFiles missing,
            ContentFolder folder,
            Optional<FolderWalk.Listing> listing,
            Function<SourcePath, Optional<LastGoodText>> savedTexts) {
        this.files = files;
        this.unsettled = unsettled;
        this.missing = missing;
        this.folder = folder;
        this.listing = listing;
        this.savedTexts = savedTexts;
    }

    /**
     * Reads all files.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static Library of(ContentFolder folder, Instant now) throws IOException {
        return unread(folder, Set.of(), path -> Optional.empty()).rescan(folder, FileChanges.ANYWHERE, now);
    }

    /**
     * Returns a library that has not read any file yet.
     *
     * @param expected the files that were there when the process ended
     * @param savedTexts the saved last good text of a file, used if the file has errors when it is first read
     */
    public static Library unread(
            ContentFolder folder, Set<SourcePath> expected, Function<SourcePath, Optional<LastGoodText>> savedTexts) {
        return new Library(Map.of(), Set.of(), MissingFiles.none(expected), folder, Optional.empty(), savedTexts);
    }

    /** Scans the folder; a file that is missing counts as deleted at once. */
    public Library rescan(ContentFolder current, FileChanges changes, Instant now) throws IOException {
        return rescan(current, changes, InstantSource.fixed(now), Duration.ZERO);
    }

    /**
     * Scans the folder and reads the files that may have changed.
     *
     * @param current the same folder with the current configuration
     * @param changes the paths that may have changed since the last scan
     * @param settle a missing file counts as deleted if a scan so much later does not find it either; zero to need one
     *     scan only
     * @throws IOException if the folder cannot be listed
     */
    public Library rescan(ContentFolder current, FileChanges changes, InstantSource clock, Duration settle)
            throws IOException {
        var now = clock.instant();
        if (!folder.parsesLike(current)) {
            var library = unread(
                            current,
                            known(files.keySet()),
                            path -> lastGoodText(path).or(() -> savedTexts.apply(path)))
                    .rescan(current, FileChanges.ANYWHERE, clock, settle);
            // Drops the reference to the previous library, whose texts are no longer needed: otherwise libraries would
            // form an ever longer chain.
            return new Library(library.files, library.unsettled, library.missing, current, library.listing, savedTexts);
        }
        var found = listing.isPresent() && folder.hasSameListing(current)
                ? current.rescan(
                        listing.get(),
                        changes.and(current.changes(missing.files().keySet())))
                : current.scan();
        var next = found.touched().isPresent() ? new TreeMap<>(files) : new TreeMap<SourcePath, FileVersion>();
        var candidates = found.touched()
                .<Set<SourcePath>>map(touched -> {
                    var all = new TreeSet<>(unsettled);
                    all.addAll(touched);
                    return all;
                })
                .orElse(found.files().keySet());
        var stale = new TreeMap<SourcePath, FileStamp>();
        for (var path : candidates) {
            var stamp = Optional.ofNullable(found.files().get(path));
            var before = Optional.ofNullable(files.get(path))
                    .filter(file -> stamp.filter(file::isFresh).isPresent());
            before.ifPresentOrElse(file -> next.put(path, file), () -> next.remove(path));
            stamp.filter(s -> before.isEmpty()).ifPresent(s -> stale.put(path, s));
        }
        var allowedRoot = current.allowedRoot();
        current.streamOf(List.copyOf(stale.entrySet()))
                .map(file -> read(current, allowedRoot, file.getKey(), file.getValue(), now))
                .flatMap(Optional::stream)
                .toList()
                .forEach(file -> next.put(file.path(), file));
        var stillUnsettled = stale.keySet().stream()
                .filter(path -> Optional.ofNullable(next.get(path))
                        .filter(file -> file.isFresh(file.stamp()))
                        .isEmpty())
                .collect(Collectors.toSet());
        var missed = new TreeMap<SourcePath, GoodVersion>();
        for (var path : known(found.touched().isPresent() ? candidates : files.keySet())) {
            if (!next.containsKey(path)) {
                lastGood(current, path).ifPresent(good -> missed.put(path, good));
            }
        }
        var stillMissing = missing.after(
                missed, found::mayHide, path -> savedTexts.apply(path).isPresent(), now, clock.instant(), settle);
        var inherited = Stream.concat(
                        next.values().stream().flatMap(file -> file.good().stream()), stillMissing.present().stream())
                .flatMap(good -> good.source() instanceof Section section ? section.cascade().stream() : Stream.empty())
                .sorted(Comparator.comparing(defaults -> defaults.path().length()))
                .toList();
        next.replaceAll((path, file) -> file.inheriting(
                inherited.stream()
                        .filter(defaults -> defaults.appliesTo(path.path()))
                        .toList(),
                current,
                Optional.ofNullable(files.get(path))));
        return new Library(next, stillUnsettled, stillMissing, current, Optional.of(found), savedTexts);
    }

    /** Returns these files and all that the next scan should find. */
    private Set<SourcePath> known(Set<SourcePath> some) {
        var known = new TreeSet<>(some);
        known.addAll(missing.paths());
        return known;
    }

    private Optional<FileVersion> read(
            ContentFolder current, Optional<Path> allowedRoot, SourcePath path, FileStamp stamp, Instant now) {
        var bytes = current.read(path, allowedRoot);
        return bytes.map(read -> version(current, path, stamp, now, read));
    }

    private FileVersion version(
            ContentFolder current, SourcePath path, FileStamp stamp, Instant now, Parsed<byte[]> bytes) {
        var before = Optional.ofNullable(files.get(path));
        var digest = bytes.value().map(Digest::of);
        if (digest.isPresent() && before.map(FileVersion::digest).equals(Optional.of(digest))) {
            var same = before.orElseThrow();
            return new FileVersion(path, stamp, now, digest, same.problems(), same.good(), same.inherited());
        }
        var source = bytes.value()
                .map(b -> current.parse(path, b, List.of()))
                .orElseGet(() -> Parsed.failed(bytes.problems()));
        var good = source.value()
                .flatMap(s -> digest.map(d -> new GoodVersion(s, d)))
                .or(() -> lastGood(current, path));
        return new FileVersion(path, stamp, now, digest, source.problems(), good, List.of());
    }

    /**
     * Returns a library in which files that cannot be published as they are have their saved version, if that is another
     * one, else none. They are read again in the next full scan.
     */
    public Library without(Map<SourcePath, Diagnostic> refused) {
        var next = new TreeMap<>(files);
        var stillMissing = missing;
        for (var post : refused.entrySet()) {
            var saved = savedVersion(folder, post.getKey());
            next.computeIfPresent(post.getKey(), (path, file) -> file.refused(post.getValue(), saved));
            stillMissing = stillMissing.refused(post.getKey(), saved);
        }
        return new Library(next, unsettled, stillMissing, folder, listing, savedTexts);
    }

    /** The version that is used in place of one with errors, or of a missing one. */
    private Optional<GoodVersion> lastGood(ContentFolder current, SourcePath path) {
        return good(path).or(() -> savedVersion(current, path));
    }

    private Optional<GoodVersion> good(SourcePath path) {
        return Optional.ofNullable(files.get(path)).flatMap(FileVersion::good).or(() -> missing.good(path));
    }

    private Optional<GoodVersion> savedVersion(ContentFolder current, SourcePath path) {
        return savedTexts
                .apply(path)
                .flatMap(text -> current.parse(path, text.text().getBytes(StandardCharsets.UTF_8), List.of())
                        .value()
                        .map(source -> new GoodVersion(source, text.digest())));
    }

    /** The last text of a file that had no errors. */
    public Optional<LastGoodText> lastGoodText(SourcePath path) {
        return good(path).map(GoodVersion::savedText);
    }

    /** Returns a file as it was published last, if its saved text can still be parsed. */
    public Optional<ContentFile> published(SourcePath path) {
        return savedVersion(folder, path).map(GoodVersion::source);
    }

    /** Whether a file is there and used as it is, and not its last good version or nothing in its place. */
    public boolean isUsedAsIs(SourcePath path) {
        return Optional.ofNullable(files.get(path)).filter(FileVersion::isGood).isPresent();
    }

    /** Returns since when the first of the files is missing that do not count as deleted yet; empty if there are none. */
    public Optional<Instant> missingSince() {
        return missing.since();
    }

    /** The folders that the last scan walked. */
    public Set<Path> folders() {
        return listing.map(FolderWalk.Listing::folders).orElse(Set.of());
    }

    public Map<SourcePath, FileStamp> stamps() {
        var stamps = new TreeMap<SourcePath, FileStamp>();
        files.forEach((path, file) -> stamps.put(path, file.stamp()));
        return stamps;
    }

    /** The last good pages and sections, in the order of their paths. */
    public List<ContentFile> sources() {
        var found = files.values().stream().flatMap(r -> r.good().stream());
        var present = missing.present();
        var all = present.isEmpty()
                ? found
                : Stream.concat(found, present.stream())
                        .sorted(Comparator.comparing(good -> good.source().path()));
        return all.map(GoodVersion::source).toList();
    }

    public List<Diagnostic> problems() {
        var problems = new ArrayList<Diagnostic>(
                listing.map(FolderWalk.Listing::problems).orElse(List.of()));
        files.values().forEach(r -> problems.addAll(r.problems()));
        return List.copyOf(problems);
    }
}
