package org.feedside.pipeline;

import java.util.Collection;
import java.util.stream.Stream;
import org.feedside.site.Post;

/** Is called before and after posts are rendered. */
@FunctionalInterface
public interface RenderWatch {
    /** Watches nothing. */
    RenderWatch NONE = post -> {};

    /** Returns the posts to render: one after the other if the stream is not parallel, to know which one does harm. */
    default Stream<Post> order(Collection<Post> posts) {
        return posts.parallelStream();
    }

    /** Is called before a post is rendered, by any thread; throws an exception to refuse the post. */
    void begins(Post post);

    /** Is called when all posts are rendered. */
    default void ended() {}
}
