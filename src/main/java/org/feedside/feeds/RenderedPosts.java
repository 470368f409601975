package org.feedside.feeds;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.feedside.base.diagnostics.Fence;
import org.feedside.content.SourcePath;
import org.feedside.markup.MarkdownBody;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.markup.RenderedPage;
import org.feedside.site.Post;

/**
 * The HTML of posts: of those that feeds show, and on request of any other, for feeds on demand. Thread-safe.
 *
 * @param pages the posts that are rendered already
 * @param renderer renders any other
 */
public record RenderedPosts(Map<SourcePath, RenderedPage> pages, Function<Post, RenderedPage> renderer) {
    public RenderedPosts {
        pages = Map.copyOf(pages);
    }

    /**
     * @param permalinks the URLs of all pages and sections, by the paths of their files
     */
    public RenderedPosts(Map<SourcePath, RenderedPage> pages, MarkdownRenderer markup, Map<String, String> permalinks) {
        this(pages, post -> markup.render(body(post), path -> Optional.ofNullable(permalinks.get(path))));
    }

    /** Returns an empty page if the post cannot be rendered. */
    public RenderedPage page(Post post) {
        return Optional.ofNullable(pages.get(post.page().path()))
                .orElseGet(() -> Fence.of(post.page().file(), () -> renderer.apply(post))
                        .value()
                        .orElse(RenderedPage.EMPTY));
    }

    public static MarkdownBody body(Post post) {
        var page = post.page();
        return new MarkdownBody(
                page.file(),
                page.text().bodyLine(),
                page.text().body(),
                post.permalink(),
                post.linkedHeadings(),
                page.title().orElse(""));
    }
}
