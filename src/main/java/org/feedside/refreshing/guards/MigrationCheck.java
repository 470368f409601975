package org.feedside.refreshing.guards;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.PathText;
import org.feedside.base.text.PrintableText;
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

/** Refuses publications that would show readers old posts as new, or another site; says what to do. */
public final class MigrationCheck {
    private final SiteFolder folder;
    private final FeedsFolder feedsFolder;
    private final BooleanSupplier isServed;
    private Optional<List<KnownPost>> knownFromFiles = Optional.empty();

    /** Whether the first posts in the feeds folder are those of this process. */
    private boolean isFirst;

    /**
     * @param isServed whether this process has sent any client the feeds: before, ids can be corrected in a new folder
     */
    public MigrationCheck(SiteFolder folder, FeedsFolder feedsFolder, BooleanSupplier isServed) {
        this.folder = folder;
        this.feedsFolder = feedsFolder;
        this.isServed = isServed;
    }

    /** Refuses drafts in a folder of feeds without them, or the reverse: readers keep a draft for ever. */
    private static Optional<Diagnostic> refusalOfDrafts(
            PublishedState state, Configuration configuration, boolean drafts) {
        return state.identity()
                .filter(previous -> previous.drafts() != drafts)
                .map(previous -> error(
                        configuration,
                        "the feeds folder holds feeds published %s drafts: use another folder with --feeds, or delete this one if its feeds have no readers"
                                .formatted(previous.drafts() ? "with" : "without")));
    }

    /**
     * Returns the reason why the site must not replace the published posts; empty if it may.
     *
     * @param drafts whether the posts include drafts
     * @param acceptsNewIds whether the operator accepts that readers see all posts again
     */
    public Optional<Diagnostic> refusal(
            PublishedState state, Configuration configuration, Site site, boolean drafts, boolean acceptsNewIds) {
        return refusalOfDrafts(state, configuration, drafts)
                .or(() -> refusalOfIds(state, configuration, site, acceptsNewIds));
    }

    private Optional<Diagnostic> refusalOfIds(
            PublishedState state, Configuration configuration, Site site, boolean acceptsNewIds) {
        var baseUrl = configuration.site().baseUrl();
        var movedFrom = state.identity().map(Identity::baseUrl).filter(url -> !url.equals(baseUrl));
        if (movedFrom.isEmpty() && !state.posts().isEmpty() && everyIdStays(state, site)) {
            return Optional.empty();
        }
        var known = known(state, site);
        isFirst |= known.isEmpty();
        if (known.isEmpty() || (isFirst && !isServed.getAsBoolean())) {
            return Optional.empty();
        }
        var current = site.posts().stream().map(KnownPost::of).toList();
        var verdict = MigrationGuard.judge(known, current, movedFrom.isPresent());
        if (verdict instanceof Verdict.OtherSite) {
            return Optional.of(error(
                    configuration,
                    "the feeds folder holds feeds published for %s, whose posts differ from those of this site: use another folder with --feeds, or delete this one if its feeds have no readers"
                            .formatted(movedFrom.orElse(""))));
        }
        return verdict instanceof Verdict.LostIds lost && !acceptsNewIds
                ? Optional.of(error(configuration, text(lost, movedFrom, configuration, site)))
                : Optional.empty();
    }

    /** A fast check for the usual case. */
    private static boolean everyIdStays(PublishedState state, Site site) {
        var missing = new HashSet<String>();
        state.posts().values().forEach(post -> missing.add(post.id()));
        site.posts().forEach(post -> missing.remove(post.id()));
        return missing.isEmpty();
    }

    private static Diagnostic error(Configuration configuration, String message) {
        return Code.HELD_BACK.error(configuration.site().file(), message);
    }

    /** Returns the posts that readers know, from the state or, if that is lost, from the published files. */
    private List<KnownPost> known(PublishedState state, Site site) {
        if (!state.posts().isEmpty()) {
            return state.posts().entrySet().stream()
                    .map(post -> KnownPost.of(post.getKey(), post.getValue()))
                    .toList();
        }
        if (knownFromFiles.isEmpty()) {
            knownFromFiles = Optional.of(mainFeedPaths(site)
                    .flatMap(path -> postsIn(path).stream())
                    .distinct()
                    .toList());
        }
        return knownFromFiles.get();
    }

    /** Returns the paths of the main feeds of each language. */
    private static Stream<String> mainFeedPaths(Site site) {
        return site.collections().stream()
                .filter(PostCollection.OfLanguage.class::isInstance)
                .flatMap(posts -> Stream.concat(
                                Format.OF_FEEDS.stream().map(Format::fileName),
                                posts.language().feedFilenames().stream())
                        .map(name -> posts.path().substring(1) + name))
                .distinct();
    }

    /** Returns the posts in a file; empty if it is no feed. */
    private List<KnownPost> postsIn(String path) {
        return feedsFolder
                .find(path)
                .filter(file -> file.bytes().toArray().length <= ImportedFeed.MAX_BYTES)
                .flatMap(file -> ImportedFeed.read(path, file.bytes().toArray()).value())
                .map(feed -> feed.entries().stream()
                        .flatMap(entry -> KnownPost.of(feed, entry).stream())
                        .toList())
                .orElse(List.of());
    }

    private String text(Verdict.LostIds lost, Optional<String> movedFrom, Configuration configuration, Site site) {
        var posts = lost.posts().size();
        var address = movedFrom
                .map(url -> " with base_url from %s to %s"
                        .formatted(url, site.config().baseUrl()))
                .orElse("");
        return "every reader would show %s as new again, because their ids change%s, for example from %s to %s. To keep the ids, %s. To publish the new ids anyway, add --accept-new-ids once. For a private preview, use another folder with --feeds"
                .formatted(
                        PrintableText.count(posts, "post"),
                        address,
                        lost.oldId(),
                        lost.newId(),
                        remedy(lost, configuration, site));
    }

    /** Returns how to keep the ids. An import does not change ids in the file of ids: they are corrected by hand. */
    private String remedy(Verdict.LostIds lost, Configuration configuration, Site site) {
        var isInIdsFile = lost.posts().stream()
                .allMatch(post -> post.file().flatMap(configuration.known()::of).isPresent());
        if (mainFeedPaths(site).allMatch(path -> postsIn(path).isEmpty())) {
            return "save a published feed as old.xml and run: feedside import old.xml " + folder.folder();
        }
        return isInIdsFile
                ? "restore the old ids in %s".formatted(folder.folder().resolve(KnownPosts.FILE))
                : "run: " + importCommand(lost, site);
    }

    /** Returns the command that keeps the ids: an import of the feed that has all, else of the whole folder. */
    private String importCommand(Verdict.LostIds lost, Site site) {
        var ids = lost.posts().stream().map(KnownPost::id).toList();
        var feed = mainFeedPaths(site)
                .filter(path -> postsIn(path).stream()
                        .map(KnownPost::id)
                        .collect(Collectors.toSet())
                        .containsAll(ids))
                .findFirst();
        var options = new StringBuilder();
        folder.configFile().ifPresent(file -> options.append(" --config ").append(file));
        folder.baseUrl().ifPresent(url -> options.append(" --base-url ").append(url));
        var old = PathText.resolve(feedsFolder.root(), feed.orElse("")).orElse(feedsFolder.root());
        return "feedside import %s %s%s".formatted(old, folder.folder(), options);
    }
}
