package org.feedside.pages;

import java.util.Optional;

/** Facts about a feed that fit on one line. */
public record FeedFacts(int posts, Optional<Day> newest) {
    static FeedFacts of(PagedFeed paged) {
        return new FeedFacts(
                paged.posts().size(), paged.posts().stream().findFirst().map(post -> Day.of(post.date())));
    }

    /** Returns the number of posts as text. */
    public String count() {
        return switch (posts) {
            case 0 -> "no posts";
            case 1 -> "1 post";
            default -> posts + " posts";
        };
    }
}
