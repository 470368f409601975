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

/** The entries and feeds that were made last: of the same posts, the same comes again. Used by one thread. */
public final class FeedCache {
    private Optional<Settings> settings = Optional.empty();
    private Map<SourcePath, MadeEntry> entries = Map.of();
    private Map<SourcePath, MadeEntry> nextEntries = new HashMap<>();
    private Map<String, MadeFeed> feeds = Map.of();
    private Map<String, MadeFeed> nextFeeds = new HashMap<>();

    private record Settings(SiteConfig config, ServiceConfig service) {}

    /** An entry, what it was made of, and what is wrong with it. */
    record MadeEntry(Post post, RenderedPage html, Entry entry, List<Diagnostic> problems) {}

    private record MadeFeed(PostCollection posts, Feed feed) {}

    /** Begins a generation: what the last one did not have is forgotten. */
    void begin(SiteConfig config, ServiceConfig service) {
        var now = Optional.of(new Settings(config, service));
        var isSame = now.equals(settings);
        settings = now;
        entries = isSame ? nextEntries : Map.of();
        feeds = isSame ? nextFeeds : Map.of();
        nextEntries = new HashMap<>();
        nextFeeds = new HashMap<>();
    }

    /**
     * The entry of a post.
     *
     * @param enclosure that it has now
     * @param maker makes it, and notes what is wrong
     */
    MadeEntry entry(
            Post post, RenderedPage html, Optional<Enclosure> enclosure, Function<List<Diagnostic>, Entry> maker) {
        var path = post.page().path();
        var made = Optional.ofNullable(entries.get(path))
                .filter(m -> m.post().equals(post)
                        && m.html().equals(html)
                        && m.entry().enclosure().equals(enclosure))
                .orElseGet(() -> {
                    var problems = new ArrayList<Diagnostic>();
                    return new MadeEntry(post, html, maker.apply(problems), problems);
                });
        nextEntries.put(path, made);
        return made;
    }

    /**
     * The feed of posts.
     *
     * @param shown the entries that are in it
     */
    Feed feed(PostCollection posts, List<FeedFile> files, List<Entry> shown, Supplier<Feed> maker) {
        var path = files.get(0).path();
        var made = Optional.ofNullable(feeds.get(path))
                .filter(m -> m.feed().entries().equals(shown)
                        && m.feed().files().equals(files)
                        && m.posts().equals(posts))
                .orElseGet(() -> new MadeFeed(posts, maker.get()));
        nextFeeds.put(path, made);
        return made.feed();
    }
}
