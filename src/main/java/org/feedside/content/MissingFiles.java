package org.feedside.content;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.feedside.base.disk.LastFound;

/**
 * The files that the last scan did not find although they were there before, with their last good versions. Editors and
 * checkouts remove a file for a moment before they write it again, so a file counts as deleted only if a second scan
 * does not find it either.
 *
 * @param expected the files that the first scan should find; then empty
 */
record MissingFiles(Map<SourcePath, Missing> files, Set<SourcePath> expected) {
    /** Before the first scan. */
    static MissingFiles none(Set<SourcePath> expected) {
        return new MissingFiles(Map.of(), expected);
    }

    /**
     * A file that was not found.
     *
     * @param since when a scan missed it first; empty if it may be there: behind a link that leads nowhere, or in a
     *     folder that cannot be listed
     * @param isDeleted whether it counts as deleted. It is remembered as long as it is published, because a publication
     *     can be held back, and later scans may find that it may be there
     */
    record Missing(GoodVersion good, Optional<Instant> since, boolean isDeleted) {}

    /**
     * Returns what is missing after one more scan.
     *
     * @param missed all files that this scan did not find
     * @param mayBeThere whether a file may be there although it was not found
     * @param isPublished whether a file is part of the last publication
     * @param settle how long after a scan that missed a file another one can find it deleted; with zero, one scan is
     *     enough
     */
    MissingFiles after(
            Map<SourcePath, GoodVersion> missed,
            Predicate<SourcePath> mayBeThere,
            Predicate<SourcePath> isPublished,
            Instant began,
            Instant ended,
            Duration settle) {
        var areComingBack = areComingBack(missed.keySet());
        var next = new TreeMap<SourcePath, Missing>();
        missed.forEach((path, good) -> {
            // The time starts again after the clock was set back, and when other deleted files come back.
            var before = Optional.ofNullable(files.get(path))
                    .filter(file -> !(areComingBack && file.isDeleted()))
                    .flatMap(Missing::since)
                    .filter(then -> !then.isAfter(began));
            var isDeleted = isDeleted(before, began, settle);
            if (mayBeThere.test(path)) {
                next.put(path, new Missing(good, Optional.empty(), false));
            } else if (!isDeleted || isPublished.test(path)) {
                next.put(path, new Missing(good, before.or(() -> Optional.of(ended)), isDeleted));
            }
        });
        return new MissingFiles(next, Set.of());
    }

    /**
     * Whether any of the files that counted as deleted was found. Then a folder may have been mounted again, or an
     * interrupted checkout goes on, and the other files may be about to follow.
     */
    private boolean areComingBack(Set<SourcePath> missed) {
        return files.entrySet().stream()
                .anyMatch(file -> file.getValue().isDeleted() && !missed.contains(file.getKey()));
    }

    private static boolean isDeleted(Optional<Instant> since, Instant began, Duration settle) {
        return LastFound.isGone(since, began, settle);
    }

    /** Returns the paths of all files that the next scan should find. */
    Set<SourcePath> paths() {
        var paths = new HashSet<>(expected);
        paths.addAll(files.keySet());
        return paths;
    }

    /** Returns the last good version of a missing file. */
    Optional<GoodVersion> good(SourcePath path) {
        return Optional.ofNullable(files.get(path)).map(Missing::good);
    }

    /** Returns the last good versions of the files that do not count as deleted. */
    List<GoodVersion> present() {
        return files.values().stream()
                .filter(file -> !file.isDeleted())
                .map(Missing::good)
                .toList();
    }

    /** Returns the same files, but for one that cannot be published as it is: it has its saved version, or is forgotten. */
    MissingFiles refused(SourcePath path, Optional<GoodVersion> saved) {
        var next = new TreeMap<>(files);
        next.computeIfPresent(
                path,
                (p, file) -> file.good()
                        .insteadOfThis(saved)
                        .map(good -> new Missing(good, file.since(), file.isDeleted()))
                        .orElse(null));
        return new MissingFiles(next, expected);
    }

    /** Returns since when the first of the files is missing for which another scan decides. */
    Optional<Instant> since() {
        return files.values().stream()
                .filter(file -> !file.isDeleted())
                .flatMap(file -> file.since().stream())
                .min(Instant::compareTo);
    }
}
