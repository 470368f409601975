package org.feedside.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.disk.Disk;
import org.feedside.config.SiteFolder;
import org.feedside.feeds.RenderedPosts;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.markup.built.SelectorSearch;
import org.feedside.site.Post;

/** Finds the selector of the posts' contents in the built pages of a site, from its newest posts. */
public final class SelectorFinder {
    private static final int MAX_POSTS = 40;

    private SelectorFinder() {}

    /** Returns the selector that fits best; empty if none fits or the site has no built pages. */
    public static Optional<SelectorSearch.Result> find(
            Disk disk, SiteFolder folder, LoadedSite loaded, BuildOptions options, Instant now) {
        var configuration = loaded.configuration();
        var input = SiteInput.once(loaded, disk, folder, options, Progress.NONE, now);
        var reading = new BuiltReading(input);
        var site = reading.site();
        var markup = new MarkdownRenderer(
                configuration.site().markdown(),
                configuration.site().slugify().anchors(),
                configuration.service().shortcodes());
        var rendered = new RenderedPosts(Map.of(), markup, site.permalinks());
        var search = new SelectorSearch();
        site.posts().stream()
                .filter(post -> reading.file(post.page().path()).isPresent())
                .sorted(Comparator.comparing((Post post) -> post.date().instant())
                        .reversed())
                .limit(MAX_POSTS)
                .forEach(post -> {
                    var file = reading.file(post.page().path()).orElseThrow().path();
                    input.cache()
                            .built()
                            .folder()
                            .flatMap(pages -> pages.text(file))
                            .ifPresent(html -> search.add(file, html, rendered.page(post)));
                });
        return search.best();
    }
}
