package org.feedside.pages;

import java.util.Optional;

/**
 * What is to say of a feed in a line.
 *
 * @param posts how many it is about
 * @param newest when the last of them was published
 */
public record FeedFacts(int posts, Optional<Day> newest) {
    static FeedFacts of(PagedFeed subject) {
        return new FeedFacts(
                subject.posts().size(), subject.posts().stream().findFirst().map(post -> Day.of(post.date())));
    }

    /** How many posts there are, in words. */
    public String count() {
        return switch (posts) {
            case 0 -> "no posts";
            case 1 -> "1 post";
            default -> posts + " posts";
        };
    }
}
