package org.feedside.simulation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.feedside.config.ServiceConfig;

/**
 * The files and folders that are away for a moment, as in a checkout between the unlink and the new file. Scans may miss
 * them, but none that begins a settle time after the first scan that missed them.
 */
final class Gaps {
    private final Map<Path, Optional<Instant>> missedAt = new HashMap<>();

    void add(Path path) {
        missedAt.put(path, Optional.empty());
    }

    void addDuringScan(Path path, Instant now) {
        missedAt.put(path, Optional.of(now));
    }

    /** Ends the gaps at a path that is written and at the folders above it. */
    void written(Path path) {
        missedAt.keySet().removeIf(path::startsWith);
    }

    void scanBegins(Instant now) {
        missedAt.values()
                .removeIf(at -> at.filter(
                                then -> now.isBefore(then) || !now.isBefore(then.plus(ServiceConfig.DEFAULT.settle())))
                        .isPresent());
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
