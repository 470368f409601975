package org.feedside.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedPage;

/**
 * What is known about the feed in a document.
 *
 * @param page the public URL of the page whose feed it is, if there is one
 * @param about the page about the feed, if there is one and it is known
 * @param updateInterval a useful interval between polls, if the dates of its posts suggest one
 */
public record FeedInfo(Optional<String> page, Optional<FeedPage> about, Optional<Duration> updateInterval) {
    private static final int MAX_POSTS = 10;
    private static final int POLLS_PER_PAUSE = 8;

    /** For documents that are not feeds, and for lists of feeds, which are not alternate forms of the home page. */
    public static final FeedInfo NONE = new FeedInfo(Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns what is known about a feed before its posts are read. */
    public static FeedInfo ofPage(String page) {
        return new FeedInfo(Optional.of(page), Optional.empty(), Optional.empty());
    }

    public static FeedInfo onDemand(Feed feed) {
        return new FeedInfo(Optional.of(feed.page()), feed.about(), Optional.empty());
    }

    public static FeedInfo published(Feed feed) {
        var dates = feed.entries().stream()
                .map(entry -> entry.published().instant())
                .toList();
        return new FeedInfo(Optional.of(feed.page()), feed.about(), updateInterval(dates));
    }

    /**
     * Returns an eighth of the median time between the latest posts, so that a reader gets a new post with a short
     * delay compared with that time; empty for fewer than two posts. It depends on the posts alone, so it changes only
     * when they do.
     */
    static Optional<Duration> updateInterval(Collection<Instant> published) {
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
