package org.feedside.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.content.EnclosureLengths;
import org.feedside.content.SourcePath;
import org.feedside.site.Post;

/**
 * The feeds of a site. No two files have the same path.
 *
 * @param listed the feeds that are always published, and their posts
 * @param outline the list of feeds; empty if there are none
 * @param problems the diagnostics of the build
 * @param onDemand the feeds that are made when they are requested
 */
public record Feeds(
        List<ListedFeed> listed, Optional<Outline> outline, List<Diagnostic> problems, OnDemandFeeds onDemand) {
    public Feeds {
        listed = List.copyOf(listed);
        problems = List.copyOf(problems);
    }

    public static Feeds of(FeedPlan plan, RenderedPosts rendered, EnclosureLengths lengths, FeedCache cache) {
        var config = plan.site().config();
        cache.begin(config, plan.service());
        var problems = new ArrayList<>(plan.problems());
        var entries = new HashMap<SourcePath, Entry>();
        for (var post : plan.shown()) {
            var html = rendered.page(post);
            var cached = cache.entry(
                    post,
                    html,
                    List.of(
                            EntryMaker.enclosure(post, config, lengths),
                            EntryMaker.writtenPicture(post, config, lengths)),
                    found -> new EntryMaker(config, plan.service(), lengths, found::add).entry(post, html));
            problems.addAll(cached.problems());
            entries.put(post.page().path(), cached.entry());
        }
        Function<Post, Entry> entry =
                post -> Optional.ofNullable(entries.get(post.page().path())).orElseThrow();
        var maker = new FeedMaker(config, plan.service(), new FeedNames(config), entry);
        var listed = new ArrayList<ListedFeed>();
        for (var planned : plan.feeds()) {
            var shown = maker.entries(planned.posts(), planned.shown());
            var feed = cache.feed(
                    planned.posts(), planned.files(), shown, () -> maker.current(planned.posts(), planned.files()));
            listed.add(new ListedFeed(planned.posts(), feed));
        }
        var outline = plan.outline().filter(file -> !listed.isEmpty()).map(file -> Outline.of(listed, file));
        return new Feeds(listed, outline, problems, new OnDemandFeedMaker(plan, entries, rendered, lengths));
    }

    /** Returns the feeds that are always published. */
    public List<Feed> all() {
        return listed.stream().map(ListedFeed::feed).toList();
    }

    /** Returns everything to publish, the site's main feed first. */
    public List<Publication> publications() {
        return Stream.<Publication>concat(all().stream(), outline.stream()).toList();
    }
}
