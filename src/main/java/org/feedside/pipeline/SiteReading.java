package org.feedside.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.built.BuiltPages;
import org.feedside.content.EnclosureFiles;
import org.feedside.content.EnclosureLengths;
import org.feedside.content.LastGoodText;
import org.feedside.content.Library;
import org.feedside.content.Section;
import org.feedside.content.SourcePath;
import org.feedside.feeds.CopyLimit;
import org.feedside.feeds.FeedPlan;
import org.feedside.feeds.Feeds;
import org.feedside.markup.built.PageFacts;
import org.feedside.publishing.state.PostState;
import org.feedside.site.Post;
import org.feedside.site.Site;

/**
 * A site that was read from its files, up to its feeds.
 *
 * @param refused the problems of the posts that cannot be published as they are
 * @param built what the built pages say
 */
public record SiteReading(
        Library library,
        Site site,
        EnclosureLengths enclosures,
        Feeds feeds,
        Map<SourcePath, Diagnostic> refused,
        BuiltReading built) {
    public static SiteReading of(SiteInput input) {
        var reading = new BuiltReading(input);
        var configuration = input.configuration();
        var cache = input.cache();
        while (true) {
            var site = reading.site();
            var plan = FeedPlan.of(site, configuration.service());
            var rendered = cache.renders().render(plan.shown(), site.permalinks(), configuration, reading.texts());
            if (reading.holdBack(plan.shown(), rendered.contents())) {
                continue;
            }
            var pages = site.posts().stream().map(Post::page).toList();
            var enclosures = EnclosureFiles.measure(input.disk(), input.folder(), configuration, pages, cache.sizes());
            var feeds = Feeds.of(plan, rendered.posts(), enclosures, cache.feeds());
            var refused = new TreeMap<>(CopyLimit.exceeded(plan, feeds));
            refused.putAll(rendered.refused());
            return new SiteReading(input.library(), site, enclosures, feeds, refused, reading);
        }
    }

    /** Returns the site of the files without rendering, which is cheap. */
    public static Site site(SiteInput input) {
        return new BuiltReading(input).site();
    }

    public List<Diagnostic> problems() {
        var problems = new ArrayList<Diagnostic>(library.problems());
        problems.addAll(site.problems());
        problems.addAll(built.problems());
        problems.addAll(enclosures.problems());
        problems.addAll(feeds.problems());
        problems.addAll(refused.values());
        return problems;
    }

    /** Returns the problems of posts by file, given those of their entries by id. */
    public Map<SourcePath, Diagnostic> refused(Map<String, Diagnostic> reasons) {
        Map<SourcePath, Diagnostic> posts = new TreeMap<>();
        if (!reasons.isEmpty()) {
            for (var post : site.posts()) {
                var page = post.page();
                Optional.ofNullable(reasons.get(post.id()))
                        .ifPresent(
                                reason -> posts.put(page.path(), reason.code().error(page.file(), reason.message())));
            }
        }
        return posts;
    }

    public int posts() {
        return site.posts().size();
    }

    /** Returns the last valid texts to store: of sections, and of files whose posts readers would miss. */
    public Map<String, LastGoodText> goodTexts(Map<String, PostState> known) {
        Map<String, LastGoodText> texts = new TreeMap<>();
        for (var source : library.sources()) {
            var path = source.path().path();
            if (source instanceof Section || known.containsKey(path)) {
                built.text(source.path()).ifPresent(text -> texts.put(path, text));
            }
        }
        return texts;
    }

    /** The built pages that were read; none if the setting is missing. */
    public BuiltPages pages() {
        return built.pages();
    }

    /** Returns the {@code theme-color} of the built home page; empty if there is none, or no built pages. */
    public Optional<String> themeColour() {
        return built.homePage().flatMap(PageFacts::themeColour);
    }

    /** Returns the posts in these feeds by file, as readers know them. */
    public Map<String, PostState> known() {
        var shown = new HashSet<String>();
        feeds.all().forEach(feed -> feed.entries().forEach(entry -> shown.add(entry.id())));
        Map<String, PostState> known = new TreeMap<>();
        site.posts().stream()
                .filter(post -> shown.contains(post.id()))
                .forEach(post -> known.put(
                        post.page().path().path(),
                        new PostState(
                                post.id(), post.path(), built.state(post.page().path()))));
        return known;
    }
}
