package org.feedside.base.disk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found last at each path. Editors and checkouts remove a file for a moment before they write it again, so a
 * path that gave something gives the same until a second look, a settle time after the first one that found nothing, finds
 * nothing either.
 */
public final class LastFound<V> {
    private final InstantSource clock;
    private final Duration settle;
    private final Map<Path, Found<V>> all = new HashMap<>();
    private final Set<Path> asked = new HashSet<>();

    public LastFound(InstantSource clock, Duration settle) {
        this.clock = clock;
        this.settle = settle;
    }

    /** Returns an instance for one look. */
    public static <V> LastFound<V> once() {
        return new LastFound<>(InstantSource.fixed(Instant.EPOCH), Duration.ZERO);
    }

    /**
     * What was found last.
     *
     * @param since since when the path is missing or unreadable
     */
    private record Found<V>(V value, Optional<Instant> since, boolean isUnreadable) {}

    /** Returns what is at a path: what was found now, else what was found last unless it is gone. */
    public Optional<V> at(Path path, Optional<V> now) {
        return look(path, now, false);
    }

    /**
     * Returns what was found last at a path that cannot be read now, for the same time as at a missing path. It is not
     * forgotten then: if the path is missing at a later look, the time starts again.
     */
    public Optional<V> unreadable(Path path) {
        return look(path, Optional.empty(), true);
    }

    private Optional<V> look(Path path, Optional<V> now, boolean isUnreadable) {
        var time = clock.instant();
        var last = Optional.ofNullable(all.remove(path));
        // After the clock was set back the time starts again.
        var since = last.filter(found -> found.isUnreadable() == isUnreadable)
                .flatMap(Found::since)
                .filter(then -> !then.isAfter(time));
        var value = now.or(() -> last.filter(l -> !isGone(since, time, settle)).map(Found::value));
        var missing = since.or(() -> Optional.of(time)).filter(then -> now.isEmpty());
        var kept = isUnreadable ? last.map(Found::value) : value;
        kept.ifPresent(v -> all.put(path, new Found<>(v, missing, isUnreadable)));
        asked.add(path);
        return value;
    }

    /** Returns whether a look finds that something is gone that was missed first at some time; with zero, one look is enough. */
    public static boolean isGone(Optional<Instant> missingSince, Instant now, Duration settle) {
        return settle.isZero()
                || missingSince
                        .filter(since -> !now.isBefore(since.plus(settle)))
                        .isPresent();
    }

    /** Returns what was found last at a path that cannot be examined now. */
    public Optional<V> last(Path path) {
        asked.add(path);
        return Optional.ofNullable(all.get(path)).map(Found::value);
    }

    /** Returns since when the first of the paths is missing or unreadable that still have what was found last. */
    public Optional<Instant> missingSince() {
        var now = clock.instant();
        return all.values().stream()
                .flatMap(found -> found.since().stream())
                .filter(since -> !isGone(Optional.of(since), now, settle))
                .min(Instant::compareTo);
    }

    /** Forgets the paths that were not asked for since the last call. */
    public void forgetOthers() {
        all.keySet().retainAll(asked);
        asked.clear();
    }
}
