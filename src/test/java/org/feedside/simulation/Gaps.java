package org.feedside.simulation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.config.ServiceConfig;

/**
 * The files and folders that are away for a moment, as in a checkout between the unlink and the new file. Scans may miss
 * them, but none that begins a settle time after the first scan that missed them.
 */
final class Gaps {
    private final Map<Path, Optional<Instant>> missedAt = new HashMap<>();

    /** The paths whose gap has ended, so that the current scan must find them. */
    private final Set<Path> back = new HashSet<>();

    void add(Path path) {
        missedAt.put(path, Optional.empty());
    }

    void addDuringScan(Path path, Instant now) {
        if (!back.contains(path)) {
            missedAt.put(path, Optional.of(now));
        }
    }

    /** Ends the gaps at a path that is written and at the folders above it. */
    void written(Path path) {
        missedAt.keySet().removeIf(path::startsWith);
    }

    void scanBegins(Instant now) {
        back.clear();
        missedAt.forEach((path, at) -> {
            if (at.filter(then -> now.isBefore(then) || !now.isBefore(then.plus(ServiceConfig.DEFAULT.settle())))
                    .isPresent()) {
                back.add(path);
            }
        });
        missedAt.keySet().removeAll(back);
        missedAt.replaceAll((path, at) -> at.or(() -> Optional.of(now)));
    }

    boolean isEmpty() {
        return missedAt.isEmpty();
    }

    void end() {
        missedAt.clear();
    }

    boolean hide(Path path) {
        return missedAt.keySet().stream().anyMatch(path::startsWith);
    }
}
