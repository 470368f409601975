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
 * @param name the name of the feed on the site's pages
 * @param collection the posts of the feed; empty if it had posts once and has none now
 * @param page its page
 */
record PagedFeed(LocalizedText name, Optional<PostCollection> collection, Feed feed, FeedPage page) {
    static Optional<PagedFeed> of(PostCollection posts, Feed feed) {
        return feed.about().map(page -> new PagedFeed(name(posts, feed), Optional.of(posts), feed, page));
    }

    /** Returns a feed that was published before and has no posts now. */
    static Optional<PagedFeed> ended(Feed feed) {
        return feed.about()
                .map(page ->
                        new PagedFeed(LocalizedText.of(feed.title(), feed.language()), Optional.empty(), feed, page));
    }

    /** Returns the folder of the feed's files. */
    String folder() {
        return feed.files().get(0).folder();
    }

    /** Returns all posts of the feed's collection. */
    List<Post> posts() {
        return collection.map(PostCollection::posts).orElse(List.of());
    }

    private static LocalizedText name(PostCollection posts, Feed feed) {
        var name = posts instanceof PostCollection.OfSection && posts.name().isEmpty()
                ? posts.path().replaceAll("^/+|/+$", "")
                : posts.name().orElse(feed.title());
        return LocalizedText.of(name, posts.language().code());
    }
}
