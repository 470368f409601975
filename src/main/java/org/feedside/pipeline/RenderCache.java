package org.feedside.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.Configuration;
import org.feedside.config.MarkdownConfig;
import org.feedside.content.FileText;
import org.feedside.content.SourcePath;
import org.feedside.feeds.RenderedPosts;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.markup.RenderedPage;
import org.feedside.site.Post;

/** Renders a post only if its text, the render settings, or the URL of a page it links to has changed. */
final class RenderCache {
    private final Progress progress;
    private Optional<RenderSettings> settings = Optional.empty();
    private MarkdownRenderer markup = new MarkdownRenderer(MarkdownConfig.DEFAULT, SlugMode.ON, Map.of());
    private Map<SourcePath, Rendition> now = Map.of();

    RenderCache(Progress progress) {
        this.progress = progress;
    }

    private record RenderSettings(MarkdownConfig markdown, SlugMode anchors, Map<String, String> shortcodes) {}

    /** The input of a rendering. The text is shared with the page, so it takes no extra cache. */
    private record Origin(String file, FileText text, String permalink, boolean linkedHeadings) {}

    /** A rendered post with its input; {@code links} holds the URLs of other files that the renderer looked up. */
    private record Rendition(Origin origin, Map<String, Optional<String>> links, RenderedPage html) {
        boolean isOf(Origin other, Map<String, String> permalinks) {
            return origin.equals(other)
                    && links.entrySet().stream()
                            .allMatch(
                                    link -> link.getValue().equals(Optional.ofNullable(permalinks.get(link.getKey()))));
        }
    }

    /** Renders the posts of a generation with several threads. The cache drops all other posts. */
    RenderedPosts render(Collection<Post> posts, Map<String, String> permalinks, Configuration configuration) {
        var current = new RenderSettings(
                configuration.site().markdown(),
                configuration.site().slugify().anchors(),
                configuration.service().shortcodes());
        var isSame = settings.equals(Optional.of(current));
        var previous = isSame ? now : Map.<SourcePath, Rendition>of();
        if (!isSame) {
            settings = Optional.of(current);
            markup = new MarkdownRenderer(current.markdown(), current.anchors(), current.shortcodes());
        }
        var done = new AtomicInteger();
        now = posts.parallelStream()
                .collect(Collectors.toConcurrentMap(post -> post.page().path(), post -> {
                    var rendition = render(
                            post,
                            permalinks,
                            Optional.ofNullable(previous.get(post.page().path())));
                    progress.report("rendering posts", done.incrementAndGet(), posts.size());
                    return rendition;
                }));
        var pages = new HashMap<SourcePath, RenderedPage>();
        now.forEach((path, rendition) -> pages.put(path, rendition.html()));
        return new RenderedPosts(pages, markup, permalinks);
    }

    private Rendition render(Post post, Map<String, String> permalinks, Optional<Rendition> previous) {
        var page = post.page();
        var origin = new Origin(page.file(), page.text(), post.permalink(), post.linkedHeadings());
        return previous.filter(known -> known.isOf(origin, permalinks)).orElseGet(() -> {
            var links = new HashMap<String, Optional<String>>();
            var html = markup.render(
                    RenderedPosts.body(post),
                    path -> links.computeIfAbsent(path, p -> Optional.ofNullable(permalinks.get(p))));
            return new Rendition(origin, Map.copyOf(links), html);
        });
    }
}
