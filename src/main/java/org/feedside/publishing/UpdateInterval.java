package org.feedside.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** How often it makes sense to ask for a feed, told by when its posts were published. */
public final class UpdateInterval {
    private static final int RECENT = 10;
    private static final int ASKS_FOR_EACH_POST = 8;

    private UpdateInterval() {}

    /**
     * An eighth of the usual pause between the last posts, so that a reader is late by a small part of a pause. Depends on
     * the posts alone, so it changes when they do and not with the time of day.
     */
    public static Optional<Duration> of(Collection<Instant> published) {
        var recent = published.stream()
                .sorted(Comparator.reverseOrder())
                .limit(RECENT)
                .toList();
        var pauses = IntStream.range(1, recent.size())
                .mapToObj(i -> Duration.between(recent.get(i), recent.get(i - 1)))
                .sorted()
                .toList();
        return pauses.isEmpty()
                ? Optional.empty()
                : Optional.of(pauses.get(pauses.size() / 2).dividedBy(ASKS_FOR_EACH_POST));
    }
}
