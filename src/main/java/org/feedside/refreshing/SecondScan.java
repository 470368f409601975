package org.feedside.refreshing;

import java.time.Instant;
import java.util.Optional;
import org.feedside.config.ServiceConfig;

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

    /** Returns when another scan decides whether files are deleted that are missing since some time. */
    Optional<Instant> time(Optional<Instant> missingSince, Instant now) {
        // A time that has passed is that of a file that nothing needs any more.
        return missingSince.map(since -> since.plus(settings.settle())).filter(now::isBefore);
    }

    /** Returns until when a publication waits for another scan; empty if it does not. */
    Optional<Instant> awaited(Optional<Instant> missingSince, Instant now) {
        var time = time(missingSince, now);
        // After the clock was set back the time starts again.
        waitingSince = time.map(
                then -> waitingSince.filter(since -> !since.isAfter(now)).orElse(now));
        return waitingSince
                .filter(since -> now.isBefore(since.plus(settings.settleAtMost())))
                .flatMap(since -> time);
    }
}
