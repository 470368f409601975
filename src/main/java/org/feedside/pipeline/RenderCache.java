package org.feedside.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.slugs.SlugMode;
import org.feedside.built.BuiltPages.PageFile;
import org.feedside.config.BuiltConfig;
import org.feedside.config.Configuration;
import org.feedside.config.MarkdownConfig;
import org.feedside.content.FileText;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;
import org.feedside.feeds.RenderedPosts;
import org.feedside.markup.MarkdownBody;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.markup.RenderedPage;
import org.feedside.markup.built.PageContent;
import org.feedside.site.Post;

/** Renders a post only if its text, the render settings, or the URL of a page it links to has changed. */
final class RenderCache {
    private final Progress progress;
    private final RenderWatch watch;
    private Optional<RenderSettings> settings = Optional.empty();
    private MarkdownRenderer markup = new MarkdownRenderer(MarkdownConfig.DEFAULT, SlugMode.ON, Map.of());
    private Map<SourcePath, Rendition> now = Map.of();

    /** The renditions of the last publication. */
    private Map<SourcePath, Rendition> published = Map.of();

    /**
     * Posts with their HTML, and the problems of those that have none.
     *
     * @param contents what their built pages contain
     */
    record Result(RenderedPosts posts, Map<SourcePath, Diagnostic> refused, Map<SourcePath, PageContent> contents) {}

    RenderCache(Progress progress, RenderWatch watch) {
        this.progress = progress;
        this.watch = watch;
    }

    private record RenderSettings(
            MarkdownConfig markdown, SlugMode anchors, Map<String, String> shortcodes, Optional<String> selector) {}

    /** The input of a rendering. The text is shared with the page, so it takes no extra cache. */
    private record Origin(
            String file, FileText text, String permalink, boolean linkedHeadings, Optional<PageFile> page) {}

    /** A rendered post with its input; {@code links} holds the URLs of other files that the renderer looked up. */
    private record Rendition(
            Origin origin, Map<String, Optional<String>> links, RenderedPage html, Optional<PageContent> content) {
        boolean isOf(Origin other, Map<String, String> permalinks) {
            return origin.equals(other)
                    && links.entrySet().stream()
                            .allMatch(
                                    link -> link.getValue().equals(Optional.ofNullable(permalinks.get(link.getKey()))));
        }
    }

    /**
     * Renders the posts of a generation with several threads. The cache drops all other posts. A post that cannot be rendered
     * keeps its last HTML, if that is of the same text, else it is refused.
     */
    Result render(
            Collection<Post> posts, Map<String, String> permalinks, Configuration configuration, PageTexts built) {
        var current = new RenderSettings(
                configuration.site().markdown(),
                configuration.site().slugify().anchors(),
                configuration.service().shortcodes(),
                configuration.service().built().flatMap(BuiltConfig::selector));
        var isSame = settings.equals(Optional.of(current));
        var previous = isSame ? now : Map.<SourcePath, Rendition>of();
        if (!isSame) {
            settings = Optional.of(current);
            markup = new MarkdownRenderer(current.markdown(), current.anchors(), current.shortcodes());
        }
        var order = watch.order(posts);
        if (!order.isParallel()) {
            // Loading classes takes longer than most posts: if the process ends meanwhile, no post is to blame.
            markup.render(new MarkdownBody("", 1, "", "https://example.org/"), path -> Optional.empty());
        }
        var done = new AtomicInteger();
        var rendered =
                order.collect(Collectors.toConcurrentMap(post -> post.page().path(), post -> {
                    var rendition = fenced(post, permalinks, built, previous);
                    progress.report("rendering posts", done.incrementAndGet(), posts.size());
                    return rendition;
                }));
        var stale = now;
        now = new HashMap<>();
        var pages = new HashMap<SourcePath, RenderedPage>();
        var refused = new TreeMap<SourcePath, Diagnostic>();
        var contents = new TreeMap<SourcePath, PageContent>();
        for (var post : posts) {
            var path = post.page().path();
            var rendition = Optional.ofNullable(rendered.get(path))
                    .filter(parsed -> parsed.value().isPresent())
                    // Another post may have used up the memory: alone, this one may succeed.
                    .orElseGet(() -> fenced(post, permalinks, built, previous));
            var kept = rendition.value().or(() -> Optional.ofNullable(stale.get(path)));
            kept.ifPresent(html -> now.put(path, html));
            kept.flatMap(Rendition::content).ifPresent(content -> contents.put(path, content));
            var isOfText = kept.filter(
                            html -> html.origin().text().equals(post.page().text()))
                    .isPresent();
            if (!isOfText) {
                refused.put(path, rendition.problems().get(0));
            }
            pages.put(
                    path,
                    kept.filter(html -> isOfText)
                            .map(Rendition::html)
                            .map(html -> html.with(rendition.problems()))
                            .orElse(RenderedPage.EMPTY));
        }
        watch.ended();
        var renderer = markup;
        var others = new RenderedPosts(
                pages, post -> rendition(renderer, post, permalinks, built).html());
        return new Result(others, refused, contents);
    }

    /** Keeps the current renditions as those of the last publication. */
    void published() {
        published = now;
    }

    /** Returns whether the last publication has the HTML of this text. */
    boolean hasPublished(Page page) {
        return Optional.ofNullable(published.get(page.path()))
                .filter(html -> html.origin().text().equals(page.text()))
                .isPresent();
    }

    private Parsed<Rendition> fenced(
            Post post, Map<String, String> permalinks, PageTexts built, Map<SourcePath, Rendition> previous) {
        return Fence.of(
                post.page().file(),
                () -> render(
                        post,
                        permalinks,
                        built,
                        Optional.ofNullable(previous.get(post.page().path()))));
    }

    private Rendition render(Post post, Map<String, String> permalinks, PageTexts built, Optional<Rendition> previous) {
        var page = post.page();
        if (built.keptPosts().contains(page.path()) && hasPublished(page)) {
            return Objects.requireNonNull(published.get(page.path()));
        }
        var origin = origin(post, built);
        return previous.filter(known -> known.isOf(origin, permalinks)).orElseGet(() -> {
            watch.begins(post);
            return rendition(markup, post, permalinks, built);
        });
    }

    private static Origin origin(Post post, PageTexts built) {
        var page = post.page();
        return new Origin(page.file(), page.text(), post.permalink(), post.linkedHeadings(), built.file(page.path()));
    }

    private static Rendition rendition(
            MarkdownRenderer renderer, Post post, Map<String, String> permalinks, PageTexts built) {
        var links = new HashMap<String, Optional<String>>();
        var own = renderer.render(
                RenderedPosts.body(post),
                path -> links.computeIfAbsent(path, p -> Optional.ofNullable(permalinks.get(p))));
        var content = built.content(post, own);
        var html = content.map(PageContent::html).orElseGet(() -> own.with(built.fallbackProblem(post)));
        return new Rendition(origin(post, built), Map.copyOf(links), html, content);
    }
}
