package org.feedside.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteConfig;
import org.feedside.content.SourcePath;
import org.feedside.markup.RenderedPage;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;

/** Keeps and reuses the entries and feeds of the last generation whose posts are unchanged. For one thread. */
public final class FeedCache {
    private Optional<Settings> settings = Optional.empty();
    private Map<SourcePath, CachedEntry> entries = Map.of();
    private Map<SourcePath, CachedEntry> nextEntries = new HashMap<>();
    private Map<String, CachedFeed> feeds = Map.of();
    private Map<String, CachedFeed> nextFeeds = new HashMap<>();

    private record Settings(SiteConfig config, ServiceConfig service) {}

    record CachedEntry(Post post, RenderedPage html, List<?> files, Entry entry, List<Diagnostic> problems) {}

    private record CachedFeed(PostCollection posts, Feed feed) {}

    /** Begins a generation. Items that the previous generation did not use are dropped. */
    void begin(SiteConfig config, ServiceConfig service) {
        var current = Optional.of(new Settings(config, service));
        var isSame = current.equals(settings);
        settings = current;
        entries = isSame ? nextEntries : Map.of();
        feeds = isSame ? nextFeeds : Map.of();
        nextEntries = new HashMap<>();
        nextFeeds = new HashMap<>();
    }

    /** @param files the addresses of files, which are looked up at each scan */
    CachedEntry entry(Post post, RenderedPage html, List<?> files, Function<List<Diagnostic>, Entry> maker) {
        var path = post.page().path();
        var cached = Optional.ofNullable(entries.get(path))
                .filter(c -> c.post().equals(post)
                        && c.html().equals(html)
                        && c.files().equals(files))
                .orElseGet(() -> {
                    var problems = new ArrayList<Diagnostic>();
                    return new CachedEntry(post, html, files, maker.apply(problems), problems);
                });
        nextEntries.put(path, cached);
        return cached;
    }

    Feed feed(PostCollection posts, List<FeedFile> files, List<Entry> shown, Supplier<Feed> maker) {
        var path = files.get(0).path();
        var cached = Optional.ofNullable(feeds.get(path))
                .filter(c -> c.feed().entries().equals(shown)
                        && c.feed().files().equals(files)
                        && c.posts().equals(posts))
                .orElseGet(() -> new CachedFeed(posts, maker.get()));
        nextFeeds.put(path, cached);
        return cached.feed();
    }
}
