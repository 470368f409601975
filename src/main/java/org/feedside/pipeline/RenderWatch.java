package org.feedside.pipeline;

import org.feedside.site.Post;

/** Is called before posts are rendered. */
public interface RenderWatch {
    /** Watches nothing. */
    RenderWatch NONE = new RenderWatch() {
        @Override
        public boolean isOneByOne() {
            return false;
        }

        @Override
        public void begins(Post post) {}
    };

    /** Whether posts must be rendered one after the other, to know which one does harm. */
    boolean isOneByOne();

    /** Is called before a post is rendered, by any thread; throws an exception to refuse the post. */
    void begins(Post post);
}
