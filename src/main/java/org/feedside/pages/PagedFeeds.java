package org.feedside.pages;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedside.config.MovedFeeds;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.Format;
import org.feedside.feeds.History;
import org.feedside.feeds.Lookup;
import org.feedside.feeds.OnDemandFeeds;

/** Finds the feeds that have pages: those that are always published, those without posts, and those on demand. */
final class PagedFeeds {
    private final Map<String, PagedFeed> listed = new LinkedHashMap<>();
    private final Map<String, PagedFeed> ended = new HashMap<>();
    private final OnDemandFeeds onDemand;
    private final MovedFeeds moves;
    private final FeedPages feedPages;

    /**
     * @param moves the feeds that moved or were retired, which have no pages
     * @param endedFeeds the feeds that were published before and have no posts now, one for each file
     */
    PagedFeeds(Feeds feeds, List<Feed> endedFeeds, MovedFeeds moves, FeedPages feedPages) {
        this.onDemand = feeds.onDemand();
        this.moves = moves;
        this.feedPages = feedPages;
        feeds.listed()
                .forEach(feed -> PagedFeed.of(Optional.of(feed.posts()), feed.feed())
                        .filter(this::isServed)
                        .ifPresent(paged -> listed.putIfAbsent(FeedFile.composed(paged.folder()), paged)));
        endedFeeds.stream()
                .collect(Collectors.groupingBy(feed -> feed.files().get(0).folder()))
                .forEach((folder, files) -> PagedFeed.of(Optional.empty(), merged(files))
                        .filter(this::isServed)
                        .ifPresent(paged -> ended.put(FeedFile.composed(folder), paged)));
    }

    private boolean isServed(PagedFeed paged) {
        return !paged.feed().files().stream()
                .allMatch(file -> moves.isRetired(file.path())
                        || moves.target(file.path()).isPresent());
    }

    /** Returns the feeds that are always published, the site's main feed first. */
    Collection<PagedFeed> listed() {
        return Collections.unmodifiableCollection(listed.values());
    }

    /** Returns the feeds that were published before and have no posts now. */
    Collection<PagedFeed> ended() {
        return Collections.unmodifiableCollection(new TreeMap<>(ended).values());
    }

    /** Finds the feed in a folder. The result for a feed that moved is the path of its page. */
    Lookup<PagedFeed> find(String folder) {
        var key = FeedFile.composed(folder);
        return Lookup.of(Optional.ofNullable(listed.get(key)).or(() -> Optional.ofNullable(ended.get(key))))
                .or(() -> onDemand(key));
    }

    /** Finds a feed on demand. Archives have no page; they link to that of their feed. */
    private Lookup<PagedFeed> onDemand(String folder) {
        var result = onDemand.find(folder + Format.ATOM.fileName());
        return Lookup.of(
                result.value()
                        .filter(found -> !(found.feed().history() instanceof History.Archive))
                        .flatMap(found -> PagedFeed.of(Optional.of(found.posts()), found.feed()))
                        .filter(this::isServed),
                result.newPath()
                        .flatMap(path -> feedPages.of(FeedFile.folder(path)))
                        .map(FeedPage::path));
    }

    private static Feed merged(List<Feed> files) {
        return files.get(0)
                .withFiles(files.stream()
                        .flatMap(file -> file.files().stream())
                        .sorted(Comparator.comparing(FeedFile::path))
                        .toList());
    }
}
