package org.feedside.feeds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.ServiceConfig;
import org.feedside.content.SourcePath;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;

/**
 * Which feeds a site has (zola.md, section 8): one for each language, for each section with {@code generate_feeds}, for
 * each term, and for each named feed of the settings. A new kind of feed starts here.
 *
 * @param feeds the feeds that are always published; no two of their files have the same path
 * @param outline the file of the list of feeds; empty if a feed has its path
 */
public record FeedPlan(
        Site site,
        ServiceConfig service,
        List<PlannedFeed> feeds,
        Optional<FeedFile> outline,
        List<Diagnostic> problems) {
    public FeedPlan {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
    }

    /**
     * A feed without its entries.
     *
     * @param posts all its posts
     * @param shown the newest of them, which the feed shows
     */
    record PlannedFeed(PostCollection posts, List<Post> shown, List<FeedFile> files) {}

    public static FeedPlan of(Site site, ServiceConfig service) {
        var problems = new ArrayList<Diagnostic>();
        var usedPaths = new HashSet<String>();
        var named = new NamedFeeds(site, problems).of(service.feeds());
        var feeds = Stream.concat(site.collections().stream(), named.stream())
                .filter(posts -> hasFeed(posts, service))
                .map(posts -> new PlannedFeed(
                        posts, FeedMaker.shown(posts, site.config(), service), files(posts, site, usedPaths, problems)))
                .filter(planned -> !planned.files().isEmpty())
                .toList();
        var path = Format.OPML.fileName();
        var url = site.config().url(path);
        var outline = Optional.of(new FeedFile(path, url, url, Format.OPML)).filter(file -> usedPaths.add(path));
        return new FeedPlan(site, service, feeds, outline, problems);
    }

    /** Returns the posts that any feed shows, each once. */
    public Collection<Post> shown() {
        Map<SourcePath, Post> shown = new LinkedHashMap<>();
        feeds.forEach(feed -> feed.shown().forEach(post -> shown.put(post.page().path(), post)));
        return shown.values();
    }

    private static boolean hasFeed(PostCollection posts, ServiceConfig service) {
        return !(posts instanceof PostCollection.OfSection s) || s.section().generateFeeds() || service.sectionFeeds();
    }

    /** Returns the files of the feed whose paths no earlier feed has taken. */
    private static List<FeedFile> files(
            PostCollection posts, Site site, Set<String> usedPaths, List<Diagnostic> problems) {
        var folder = FeedMaker.folder(posts);
        if (!SafePath.isSafe(folder)) {
            problems.add(Code.PATH.warning(
                    site.config().file(),
                    "`%s` is not a safe path, so it has no feed: choose another name or slug".formatted(folder)));
            return List.of();
        }
        var files = new FeedNames(site.config())
                .files(folder, posts.language()).stream()
                        .filter(file -> usedPaths.add(file.path()))
                        .toList();
        if (files.isEmpty() && posts instanceof PostCollection.OfNamedFeed named) {
            problems.add(Code.PATH_TAKEN.warning(
                    named.feed().rulePlace(),
                    "another feed already has the address of `%s`: choose another name"
                            .formatted(named.feed().name())));
        }
        return files;
    }
}
