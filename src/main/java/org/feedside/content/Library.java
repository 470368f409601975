package org.feedside.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Digest;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.FileStamp;

/**
 * The last good reading of every file of the content folder. A file that is broken now keeps the page it was; one that
 * is gone is gone.
 */
public final class Library {
    /** Editors save in two writes within one clock tick, so a file this young is read again next time. */
    private static final Duration YOUNG = Duration.ofSeconds(2);

    private final Map<SourcePath, Reading> readings;

    /** Those that are read again although nothing tells of a change. */
    private final Set<SourcePath> unsettled;

    private final ContentFolder source;
    private final Optional<FolderWalk.Listing> seen;
    private final Function<SourcePath, Optional<LastGoodText>> known;

    private Library(
            Map<SourcePath, Reading> readings,
            Set<SourcePath> unsettled,
            ContentFolder source,
            Optional<FolderWalk.Listing> seen,
            Function<SourcePath, Optional<LastGoodText>> known) {
        this.readings = readings;
        this.unsettled = unsettled;
        this.source = source;
        this.seen = seen;
        this.known = known;
    }

    /**
     * What one file said.
     *
     * @param digest of what was read last, empty if it could not be
     * @param problems of what was read last
     * @param good the last that had no errors
     */
    private record Reading(
            SourcePath path,
            FileStamp stamp,
            Instant readAt,
            Optional<String> digest,
            List<Diagnostic> problems,
            Optional<Good> good) {
        boolean isFresh(FileStamp current) {
            // Leave to read a file can be given without a new stamp: one that could not be read is tried each time.
            return digest.isPresent() && stamp.equals(current) && !isRecent(stamp.modified(), readAt);
        }
    }

    /** Whether the file may change again without a new time of its last change. */
    private static boolean isRecent(Instant modified, Instant readAt) {
        return !modified.isBefore(readAt.minus(YOUNG));
    }

    /** A page or section without errors, and the digest of the bytes it was read from. */
    private record Good(ContentFile source, String digest) {}

    /**
     * The files as they are now.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static Library of(ContentFolder folder, Instant now) throws IOException {
        return unread(folder, path -> Optional.empty()).lookAgain(folder, FileChanges.ANYWHERE, now);
    }

    /**
     * A library that has read nothing yet.
     *
     * @param known the last good text of a file, for those that are found broken at first sight
     */
    public static Library unread(ContentFolder folder, Function<SourcePath, Optional<LastGoodText>> known) {
        return new Library(Map.of(), Set.of(), folder, Optional.empty(), known);
    }

    /**
     * Looks at the folder and reads what may have changed.
     *
     * @param changes where something may have changed since this library was made
     * @throws IOException if the folder cannot be listed
     */
    public Library lookAgain(ContentFolder folder, FileChanges changes, Instant now) throws IOException {
        if (!source.isLike(folder)) {
            var again = unread(folder, path -> goodText(path).or(() -> known.apply(path)))
                    .lookAgain(folder, FileChanges.ANYWHERE, now);
            // What this library knew is in it now: nobody need keep this one.
            return new Library(again.readings, again.unsettled, folder, again.seen, known);
        }
        var listing =
                seen.isPresent() && source.hasSameListing(folder) ? folder.look(seen.get(), changes) : folder.look();
        var next = listing.touched().isPresent() ? new TreeMap<>(readings) : new TreeMap<SourcePath, Reading>();
        var looked = listing.touched()
                .<Set<SourcePath>>map(touched -> {
                    var all = new TreeSet<>(unsettled);
                    all.addAll(touched);
                    return all;
                })
                .orElse(listing.files().keySet());
        var stale = new TreeMap<SourcePath, FileStamp>();
        for (var path : looked) {
            var stamp = Optional.ofNullable(listing.files().get(path));
            var before = Optional.ofNullable(readings.get(path))
                    .filter(reading -> stamp.filter(reading::isFresh).isPresent());
            before.ifPresentOrElse(reading -> next.put(path, reading), () -> next.remove(path));
            stamp.filter(s -> before.isEmpty()).ifPresent(s -> stale.put(path, s));
        }
        var home = folder.home();
        folder.together(List.copyOf(stale.entrySet()))
                .map(file -> read(folder, home, file.getKey(), file.getValue(), now))
                .flatMap(Optional::stream)
                .toList()
                .forEach(reading -> next.put(reading.path(), reading));
        var stillUnsettled = stale.keySet().stream()
                .filter(path -> Optional.ofNullable(next.get(path))
                        .filter(reading -> reading.isFresh(reading.stamp()))
                        .isEmpty())
                .collect(Collectors.toSet());
        return new Library(next, stillUnsettled, folder, Optional.of(listing), known);
    }

    private Optional<Reading> read(
            ContentFolder folder, Optional<Path> home, SourcePath path, FileStamp stamp, Instant now) {
        var before = Optional.ofNullable(readings.get(path));
        var bytes = folder.read(path, home);
        if (bytes.value().isEmpty() && bytes.problems().isEmpty()) {
            return Optional.empty();
        }
        var digest = bytes.value().map(Digest::of);
        if (digest.isPresent() && before.map(Reading::digest).equals(Optional.of(digest))) {
            return before.map(same -> new Reading(path, stamp, now, digest, same.problems(), same.good()));
        }
        var source = bytes.value().map(b -> folder.parse(path, b)).orElseGet(() -> Parsed.failed(bytes.problems()));
        var good =
                source.value().flatMap(s -> digest.map(d -> new Good(s, d))).or(() -> lastGood(before, folder, path));
        return Optional.of(new Reading(path, stamp, now, digest, source.problems(), good));
    }

    /** The version that takes the place of a broken one. */
    private Optional<Good> lastGood(Optional<Reading> before, ContentFolder folder, SourcePath path) {
        return before.flatMap(Reading::good).or(() -> remembered(folder, path));
    }

    private Optional<Good> remembered(ContentFolder folder, SourcePath path) {
        return known.apply(path)
                .flatMap(text -> folder.parse(path, text.text().getBytes(StandardCharsets.UTF_8))
                        .value()
                        .map(source -> new Good(source, text.digest())));
    }

    /** The last good text of a file. */
    public Optional<LastGoodText> goodText(SourcePath path) {
        return Optional.ofNullable(readings.get(path))
                .flatMap(Reading::good)
                .map(good -> new LastGoodText(
                        good.digest(), () -> good.source().text().whole()));
    }

    /** The folders in which files were looked for last. */
    public Set<Path> folders() {
        return seen.map(FolderWalk.Listing::folders).orElse(Set.of());
    }

    /** What the file system tells of each file. */
    public Map<SourcePath, FileStamp> stamps() {
        var stamps = new TreeMap<SourcePath, FileStamp>();
        readings.forEach((path, reading) -> stamps.put(path, reading.stamp()));
        return stamps;
    }

    /** The pages and sections there are, in the order of their paths. */
    public List<ContentFile> sources() {
        return readings.values().stream()
                .flatMap(r -> r.good().stream())
                .map(Good::source)
                .toList();
    }

    /** What is wrong with the files as they are now. */
    public List<Diagnostic> problems() {
        var problems =
                new ArrayList<Diagnostic>(seen.map(FolderWalk.Listing::problems).orElse(List.of()));
        readings.values().forEach(r -> problems.addAll(r.problems()));
        return List.copyOf(problems);
    }
}
