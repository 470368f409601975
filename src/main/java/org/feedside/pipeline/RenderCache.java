package org.feedside.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.Configuration;
import org.feedside.config.MarkdownConfig;
import org.feedside.content.FileText;
import org.feedside.content.SourcePath;
import org.feedside.markup.MarkdownBody;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.markup.RenderedPage;
import org.feedside.site.Post;
import org.feedside.site.Site;

/** Renders a post only if its text, the render settings, or the URL of a page it links to has changed. */
final class RenderCache {
    private final Progress progress;
    private Optional<RenderSettings> settings = Optional.empty();
    private MarkdownRenderer markup = new MarkdownRenderer(MarkdownConfig.DEFAULT, SlugMode.ON, Map.of());
    private Map<SourcePath, Rendition> previous = Map.of();
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

    /**
     * Begins a generation and returns its renderer, which uses several threads. Posts that are not rendered in one
     * generation are dropped from the cache in the next.
     */
    Function<Collection<Post>, Map<SourcePath, RenderedPage>> renderer(Site site, Configuration configuration) {
        var current = new RenderSettings(
                configuration.site().markdown(),
                configuration.site().slugify().anchors(),
                configuration.service().shortcodes());
        previous = settings.equals(Optional.of(current)) ? now : Map.of();
        if (!settings.equals(Optional.of(current))) {
            settings = Optional.of(current);
            markup = new MarkdownRenderer(current.markdown(), current.anchors(), current.shortcodes());
        }
        return posts -> render(posts, site.permalinks());
    }

    private Map<SourcePath, RenderedPage> render(Collection<Post> posts, Map<String, String> permalinks) {
        var done = new AtomicInteger();
        now = posts.parallelStream()
                .collect(Collectors.toConcurrentMap(post -> post.page().path(), post -> {
                    var rendition = render(post, permalinks);
                    progress.report("rendering posts", done.incrementAndGet(), posts.size());
                    return rendition;
                }));
        var html = new HashMap<SourcePath, RenderedPage>();
        now.forEach((path, rendition) -> html.put(path, rendition.html()));
        return html;
    }

    /**
     * Returns a thread-safe renderer of single posts for on-demand feeds. It uses the posts rendered in this
     * generation.
     */
    Function<Post, RenderedPage> singleRenderer(Site site) {
        var known = now;
        var renderer = markup;
        return post -> Optional.ofNullable(known.get(post.page().path()))
                .map(Rendition::html)
                .orElseGet(() -> renderer.render(
                        body(post),
                        path -> Optional.ofNullable(site.permalinks().get(path))));
    }

    private static MarkdownBody body(Post post) {
        var page = post.page();
        return new MarkdownBody(
                page.file(), page.text().bodyLine(), page.text().body(), post.permalink(), post.linkedHeadings());
    }

    private Rendition render(Post post, Map<String, String> permalinks) {
        var page = post.page();
        var origin = new Origin(page.file(), page.text(), post.permalink(), post.linkedHeadings());
        var known = Optional.ofNullable(previous.get(page.path())).filter(k -> k.isOf(origin, permalinks));
        return known.orElseGet(() -> {
            var links = new HashMap<String, Optional<String>>();
            var html = markup.render(
                    body(post), path -> links.computeIfAbsent(path, p -> Optional.ofNullable(permalinks.get(p))));
            return new Rendition(origin, Map.copyOf(links), html);
        });
    }
}
