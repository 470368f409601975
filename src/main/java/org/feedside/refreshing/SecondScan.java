package org.feedside.refreshing;

import java.time.Instant;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.feedside.content.Library;

/**
 * Lets publications wait for a second scan that confirms which files are missing: a checkout must publish neither half of
 * a rename. If ever more files are missing, a publication waits for a limited time.
 */
final class SecondScan {
    private final ServiceConfig settings;
    private Optional<Instant> waitingSince = Optional.empty();

    SecondScan(ServiceConfig settings) {
        this.settings = settings;
    }

    /** Returns when another scan decides whether missing files are deleted. */
    Optional<Instant> time(Library current) {
        return current.missingSince().map(since -> since.plus(settings.settle()));
    }

    /** Returns whether a publication waits for another scan. */
    boolean isAwaited(Library current, Instant now) {
        // After the clock was set back the time starts again.
        waitingSince = time(current)
                .map(time -> waitingSince.filter(since -> !since.isAfter(now)).orElse(now));
        return waitingSince
                .filter(since -> now.isBefore(since.plus(settings.settleAtMost())))
                .isPresent();
    }
}
