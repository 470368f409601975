package org.feedside.pages;

import java.util.List;
import java.util.Optional;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedPage;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;

/**
 * A feed that has a page.
 *
 * @param name what it is called among the feeds of its site
 * @param of what it is the feed of; empty for something that had posts once
 * @param at where its page is
 */
record PagedFeed(LocalizedText name, Optional<PostCollection> of, Feed feed, FeedPage at) {
    static Optional<PagedFeed> of(PostCollection posts, Feed feed) {
        return feed.about().map(at -> new PagedFeed(name(posts, feed), Optional.of(posts), feed, at));
    }

    /** A feed that was published once and has no posts left. */
    static Optional<PagedFeed> ended(Feed feed) {
        return feed.about()
                .map(at -> new PagedFeed(LocalizedText.of(feed.title(), feed.language()), Optional.empty(), feed, at));
    }

    /** The folder of the feed's files. */
    String folder() {
        return feed.files().get(0).folder();
    }

    /** All posts that it is about. */
    List<Post> posts() {
        return of.map(PostCollection::posts).orElse(List.of());
    }

    private static LocalizedText name(PostCollection posts, Feed feed) {
        var name = posts instanceof PostCollection.OfSection && posts.name().isEmpty()
                ? posts.path().replaceAll("^/+|/+$", "")
                : posts.name().orElse(feed.title());
        return LocalizedText.of(name, posts.language().code());
    }
}
