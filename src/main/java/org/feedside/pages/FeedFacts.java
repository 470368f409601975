package org.feedside.pages;

import java.util.Optional;

/** Facts about a feed that fit on one line. */
public record FeedFacts(int posts, Optional<Day> newest) {
    static FeedFacts of(PagedFeed paged, Texts texts) {
        return new FeedFacts(
                paged.posts().size(), paged.posts().stream().findFirst().map(post -> Day.of(post.date(), texts)));
    }
}
