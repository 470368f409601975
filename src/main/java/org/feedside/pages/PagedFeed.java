package org.feedside.pages;

import java.util.List;
import java.util.Optional;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedPage;
import org.feedside.pages.FeedView.Kind;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;

/**
 * A feed that has a page.
 *
 * @param name the name of the feed on the site's pages
 * @param collection the posts of the feed; empty if it had posts once and has none now
 */
record PagedFeed(LocalizedText name, Optional<PostCollection> collection, Feed feed, FeedPage page) {
    static Optional<PagedFeed> of(Optional<PostCollection> posts, Feed feed) {
        return feed.about()
                .map(page -> new PagedFeed(
                        posts.map(collection -> name(collection, feed))
                                .orElseGet(() -> LocalizedText.of(feed.title(), feed.language())),
                        posts,
                        feed,
                        page));
    }

    Kind kind() {
        var posts = collection.orElse(null);
        if (posts instanceof PostCollection.OfSection) {
            return Kind.SECTION;
        } else if (posts instanceof PostCollection.OfTerm) {
            return Kind.TERM;
        } else if (posts instanceof PostCollection.OfCombination) {
            return Kind.COMBINATION;
        } else if (posts instanceof PostCollection.OfNamedFeed) {
            return Kind.NAMED;
        }
        return posts == null ? Kind.ENDED : Kind.SITE;
    }

    /** Returns the site's name of the taxonomy, if this is the feed of a term. */
    Optional<LocalizedText> taxonomy() {
        return collection.orElse(null) instanceof PostCollection.OfTerm t
                ? Optional.of(LocalizedText.of(t.term().taxonomy(), t.language().code()))
                : Optional.empty();
    }

    PagedFeed at(FeedPage other) {
        return new PagedFeed(name, collection, feed, other);
    }

    String folder() {
        return feed.files().get(0).folder();
    }

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
