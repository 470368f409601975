package org.feedside.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.diagnostics.Parsed;
import org.feedside.disk.Stamp;

/**
 * The last good reading of every file of the content folder. A file that is broken now keeps the page it was; one that
 * is gone is gone.
 */
public final class Library {
    /** Editors save in two writes within one clock tick, so a file this young is read again next time. */
    private static final Duration YOUNG = Duration.ofSeconds(2);

    private final Map<SourcePath, Reading> readings;

    private final ContentFolder source;
    private final Set<Path> folders;

    private Library(Map<SourcePath, Reading> readings, ContentFolder source, Set<Path> folders) {
        this.readings = readings;
        this.source = source;
        this.folders = Collections.unmodifiableSet(folders);
    }

    /**
     * What one file said.
     *
     * @param bytes what was read last, empty if it could not be
     * @param now the page or section of those bytes, with their problems
     * @param good the last page or section that had no errors
     * @param goodText the text of {@code good} if {@code now} has none
     */
    private record Reading(
            Stamp stamp,
            Instant readAt,
            Optional<byte[]> bytes,
            Parsed<Source> now,
            Optional<Source> good,
            Optional<String> goodText) {
        boolean isFresh(Stamp current) {
            // Leave to read a file can be given without a new stamp: one that could not be read is tried each time.
            return bytes.isPresent()
                    && stamp.equals(current)
                    && stamp.modified().isBefore(readAt.minus(YOUNG));
        }
    }

    /** A library that knows only the last good texts of files that were broken when the program ended. */
    public static Library remembering(Map<String, String> goodTexts, ContentFolder folder) {
        var readings = new TreeMap<SourcePath, Reading>();
        goodTexts.forEach((name, text) -> {
            var path = new SourcePath(name);
            var good = folder.parse(path, text.getBytes(StandardCharsets.UTF_8)).value();
            readings.put(
                    path,
                    new Reading(
                            new Stamp(Instant.MIN, 0),
                            Instant.MIN,
                            Optional.empty(),
                            Parsed.failed(List.of()),
                            good,
                            Optional.of(text)));
        });
        return new Library(readings, folder, Set.of());
    }

    /**
     * Looks at the folder and reads what may have changed.
     *
     * @throws IOException if the folder cannot be listed
     */
    public Library lookAgain(ContentFolder folder, Instant now) throws IOException {
        if (!source.isLike(folder)) {
            return remembering(goodTexts(), folder).lookAgain(folder, now);
        }
        var next = new TreeMap<SourcePath, Reading>();
        var listing = folder.look();
        for (var file : listing.files().entrySet()) {
            var path = file.getKey();
            var before = Optional.ofNullable(readings.get(path));
            if (before.isPresent() && before.get().isFresh(file.getValue())) {
                next.put(path, before.get());
            } else {
                read(folder, path, file.getValue(), now, before).ifPresent(reading -> next.put(path, reading));
            }
        }
        return new Library(next, folder, listing.folders());
    }

    private static Optional<Reading> read(
            ContentFolder folder, SourcePath path, Stamp stamp, Instant now, Optional<Reading> before) {
        var bytes = folder.read(path);
        if (bytes.value().isEmpty() && bytes.problems().isEmpty()) {
            return Optional.empty();
        }
        if (bytes.value().isPresent()
                && before.isPresent()
                && before.get().bytes().isPresent()
                && Arrays.equals(bytes.value().get(), before.get().bytes().get())) {
            var same = before.get();
            return Optional.of(new Reading(stamp, now, same.bytes(), same.now(), same.good(), same.goodText()));
        }
        var source = bytes.value().isPresent()
                ? folder.parse(path, bytes.value().get())
                : Parsed.<Source>failed(bytes.problems());
        if (source.value().isPresent()) {
            return Optional.of(new Reading(stamp, now, bytes.value(), source, source.value(), Optional.empty()));
        }
        return Optional.of(new Reading(
                stamp, now, bytes.value(), source, before.flatMap(Reading::good), before.flatMap(Library::goodText)));
    }

    private static Optional<String> goodText(Reading reading) {
        if (reading.goodText().isPresent()) {
            return reading.goodText();
        }
        return reading.good().isEmpty()
                ? Optional.empty()
                : reading.bytes().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The folders in which files were looked for last. */
    public Set<Path> folders() {
        return folders;
    }

    /** What the file system tells of each file. */
    public Map<SourcePath, Stamp> stamps() {
        var stamps = new TreeMap<SourcePath, Stamp>();
        readings.forEach((path, reading) -> stamps.put(path, reading.stamp()));
        return stamps;
    }

    /** The pages and sections there are, in the order of their paths. */
    public List<Source> sources() {
        return readings.values().stream().flatMap(r -> r.good().stream()).toList();
    }

    /** What is wrong with the files as they are now. */
    public List<Diagnostic> problems() {
        var problems = new ArrayList<Diagnostic>();
        readings.values().forEach(r -> problems.addAll(r.now().problems()));
        return List.copyOf(problems);
    }

    /** The last good text of each file that is broken now, by its path: what must be remembered beyond this process. */
    public Map<String, String> goodTexts() {
        var texts = new TreeMap<String, String>();
        readings.forEach((path, reading) -> reading.goodText().ifPresent(text -> texts.put(path.path(), text)));
        return texts;
    }
}
