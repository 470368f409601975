package org.feedside.pages;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.config.MovedFeeds;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.Format;
import org.feedside.feeds.History;
import org.feedside.feeds.OnDemandFeeds;

/** Finds the feeds that have pages: those that are always published, those without posts, and those on demand. */
final class PagedFeeds {
    private final Map<String, PagedFeed> listed = new LinkedHashMap<>();
    private final Map<String, PagedFeed> ended = new HashMap<>();
    private final OnDemandFeeds onDemand;
    private final MovedFeeds moves;

    /**
     * Collects the feeds of a site.
     *
     * @param moves the feeds that moved or were retired, which have no pages
     * @param endedFeeds the feeds that were published before and have no posts now, one for each file
     */
    PagedFeeds(Feeds feeds, List<Feed> endedFeeds, MovedFeeds moves) {
        this.onDemand = feeds.onDemand();
        this.moves = moves;
        feeds.listed()
                .forEach(feed -> PagedFeed.of(feed.posts(), feed.feed())
                        .filter(this::isServed)
                        .ifPresent(paged -> listed.putIfAbsent(FeedFile.composed(paged.folder()), paged)));
        endedFeeds.stream()
                .collect(Collectors.groupingBy(feed -> feed.files().get(0).folder()))
                .forEach((folder, files) -> PagedFeed.ended(merged(files))
                        .filter(this::isServed)
                        .ifPresent(paged -> ended.put(FeedFile.composed(folder), paged)));
    }

    private boolean isServed(PagedFeed paged) {
        return !paged.feed().files().stream()
                .allMatch(file -> moves.isRetired(file.path())
                        || moves.target(file.path()).isPresent());
    }

    /** The result of a lookup by the folder of a feed. */
    sealed interface Result {
        record Found(PagedFeed paged) implements Result {}

        /** The feed is in another folder. */
        record Moved(String folder) implements Result {}
    }

    /** Returns the feeds that are always published, the site's main feed first. */
    Collection<PagedFeed> listed() {
        return Collections.unmodifiableCollection(listed.values());
    }

    /** Finds the feed in a folder. */
    Optional<Result> find(String folder) {
        var key = FeedFile.composed(folder);
        return Optional.ofNullable(listed.get(key))
                .or(() -> Optional.ofNullable(ended.get(key)))
                .<Result>map(Result.Found::new)
                .or(() -> onDemand(key));
    }

    /** Finds a feed on demand. Archives have no page; they link to that of their feed. */
    private Optional<Result> onDemand(String folder) {
        var result = onDemand.find(folder + Format.ATOM.fileName());
        if (result instanceof OnDemandFeeds.Result.Found found
                && !(found.feed().history() instanceof History.Archive)) {
            return PagedFeed.of(found.posts(), found.feed())
                    .filter(this::isServed)
                    .map(Result.Found::new);
        }
        return result instanceof OnDemandFeeds.Result.Moved moved
                ? Optional.of(new Result.Moved(FeedFile.folder(moved.path())))
                : Optional.empty();
    }

    private static Feed merged(List<Feed> files) {
        return files.get(0)
                .withFiles(files.stream()
                        .flatMap(file -> file.files().stream())
                        .sorted(Comparator.comparing(FeedFile::path))
                        .toList());
    }
}
