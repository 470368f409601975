package org.feedside.refreshing.guards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.config.Configuration;
import org.feedside.config.KnownPosts;
import org.feedside.config.SiteFolder;
import org.feedside.feeds.Format;
import org.feedside.formats.reading.ImportedFeed;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.PublishedState;
import org.feedside.refreshing.guards.MigrationGuard.Verdict;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;

/** Refuses what would show readers posts again, or a site that is not theirs, and says how to go on. */
public final class MigrationCheck {
    private final SiteFolder folder;
    private final FeedsFolder feedsFolder;
    private Optional<List<KnownPost>> found = Optional.empty();

    public MigrationCheck(SiteFolder folder, FeedsFolder feedsFolder) {
        this.folder = folder;
        this.feedsFolder = feedsFolder;
    }

    /** Feeds with drafts stay apart from feeds without: readers cannot unsee a draft. */
    public static Optional<Diagnostic> refusalOfDrafts(
            PublishedState state, Configuration configuration, boolean drafts) {
        return state.identity()
                .filter(had -> had.drafts() != drafts)
                .map(had -> error(
                        configuration,
                        "the feeds folder holds feeds published %s drafts: use another --feeds, or delete the folder if nobody reads them"
                                .formatted(had.drafts() ? "with" : "without")));
    }

    /**
     * Why the site may not be published in the place of what readers know.
     *
     * @param acceptsNewIds whether the operator wants readers to see all posts again
     */
    public Optional<Diagnostic> refusal(
            PublishedState state, Configuration configuration, Site site, boolean acceptsNewIds) {
        var baseUrl = configuration.site().baseUrl();
        var movedFrom = state.identity().map(Identity::baseUrl).filter(url -> !url.equals(baseUrl));
        if (movedFrom.isEmpty() && !state.posts().isEmpty() && everyIdStays(state, site)) {
            return Optional.empty();
        }
        var known = known(state, site);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var now = site.posts().stream().map(KnownPost::of).toList();
        var verdict = MigrationGuard.judge(known, now, movedFrom.isPresent());
        if (verdict instanceof Verdict.OtherSite) {
            return Optional.of(error(
                    configuration,
                    "the feeds folder holds feeds published for %s, whose posts are others than those of this site: use another --feeds, or delete the folder if nobody reads them"
                            .formatted(movedFrom.orElse(""))));
        }
        return verdict instanceof Verdict.Lost lost && !acceptsNewIds
                ? Optional.of(error(configuration, text(lost, movedFrom, configuration, site)))
                : Optional.empty();
    }

    /** As it nearly always is. */
    private static boolean everyIdStays(PublishedState state, Site site) {
        var missing = new HashSet<String>();
        state.posts().values().forEach(post -> missing.add(post.id()));
        site.posts().forEach(post -> missing.remove(post.id()));
        return missing.isEmpty();
    }

    private static Diagnostic error(Configuration configuration, String message) {
        return Diagnostic.error(Place.startOf(configuration.site().file()), message);
    }

    /** What readers know by the state, or if it is lost, by the files that they were given. */
    private List<KnownPost> known(PublishedState state, Site site) {
        if (!state.posts().isEmpty()) {
            var known = new ArrayList<KnownPost>();
            state.posts().forEach((file, post) -> known.add(KnownPost.of(file, post)));
            return known;
        }
        if (found.isEmpty()) {
            var known = new LinkedHashSet<KnownPost>();
            for (var path : paths(site)) {
                known.addAll(knownBy(path));
            }
            found = Optional.of(List.copyOf(known));
        }
        return found.get();
    }

    /** The files of the feeds of everything, of each language. */
    private static List<String> paths(Site site) {
        var paths = new LinkedHashSet<String>();
        for (var posts : site.collections()) {
            if (posts instanceof PostCollection.OfLanguage) {
                for (var format : Format.OF_FEEDS) {
                    paths.add(posts.path().substring(1) + format.fileName());
                }
                posts.language()
                        .feedFilenames()
                        .forEach(name -> paths.add(posts.path().substring(1) + name));
            }
        }
        return List.copyOf(paths);
    }

    /** What a file tells of posts: nothing, if it is no feed. */
    private List<KnownPost> knownBy(String path) {
        return feedsFolder
                .find(path)
                .filter(file -> file.bytes().toArray().length <= ImportedFeed.MAX_BYTES)
                .flatMap(file -> ImportedFeed.read(path, file.bytes().toArray()).value())
                .map(feed -> feed.entries().stream()
                        .flatMap(entry -> KnownPost.of(feed, entry).stream())
                        .toList())
                .orElse(List.of());
    }

    private String text(Verdict.Lost lost, Optional<String> movedFrom, Configuration configuration, Site site) {
        var address = movedFrom
                .map(url -> " with base_url from %s to %s"
                        .formatted(url, site.config().baseUrl()))
                .orElse("");
        return "every reader would show %s again as new, because their ids change%s, as from %s to %s. To keep the ids, %s. To go on with the new ones all the same, add --accept-new-ids, once. For a look in private, use another --feeds"
                .formatted(
                        count(lost.posts().size()),
                        address,
                        lost.oldId(),
                        lost.newId(),
                        way(lost, configuration, site));
    }

    private static String count(int posts) {
        return posts == 1 ? "1 post" : posts + " posts";
    }

    /** How to keep the ids: an import leaves alone what stands in the file of ids, so that must be mended by hand. */
    private String way(Verdict.Lost lost, Configuration configuration, Site site) {
        var isWritten = lost.posts().stream()
                .allMatch(post -> post.file().flatMap(configuration.known()::of).isPresent());
        return isWritten
                ? "write the old ones into %s again".formatted(folder.folder().resolve(KnownPosts.FILE))
                : "call: " + call(lost, site);
    }

    /** The call that keeps the ids: of one feed if it has all of them, else of the whole folder. */
    private String call(Verdict.Lost lost, Site site) {
        var ids = new HashSet<String>();
        lost.posts().forEach(post -> ids.add(post.id()));
        var feed = paths(site).stream()
                .filter(path -> knownBy(path).stream()
                        .map(KnownPost::id)
                        .collect(Collectors.toSet())
                        .containsAll(ids))
                .findFirst();
        var options = new StringBuilder();
        folder.configFile().ifPresent(file -> options.append(" --config ").append(file));
        folder.baseUrl().ifPresent(url -> options.append(" --base-url ").append(url));
        return "feedside import %s %s%s".formatted(feedsFolder.file(feed.orElse("")), folder.folder(), options);
    }
}
