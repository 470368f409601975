package org.feedside.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Estimates a useful interval between polls of a feed from the dates of its posts. */
public final class UpdateInterval {
    private static final int MAX_POSTS = 10;
    private static final int POLLS_PER_PAUSE = 8;

    private UpdateInterval() {}

    /**
     * Returns an eighth of the median time between the latest posts, so that a reader gets a new post with a short
     * delay compared with that time; empty for fewer than two posts. It depends on the posts alone, so it changes only
     * when they do.
     */
    public static Optional<Duration> of(Collection<Instant> published) {
        var recent = published.stream()
                .sorted(Comparator.reverseOrder())
                .limit(MAX_POSTS)
                .toList();
        var pauses = IntStream.range(1, recent.size())
                .mapToObj(i -> Duration.between(recent.get(i), recent.get(i - 1)))
                .sorted()
                .toList();
        return pauses.isEmpty()
                ? Optional.empty()
                : Optional.of(pauses.get(pauses.size() / 2).dividedBy(POLLS_PER_PAUSE));
    }
}
