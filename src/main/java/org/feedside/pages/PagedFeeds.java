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
import org.feedside.feeds.OnDemandFeeds.Answer;

/** The feeds that have pages: those that are always there, those that ended, and those that are made on demand. */
final class PagedFeeds {
    private final Map<String, PagedFeed> kept = new LinkedHashMap<>();
    private final Map<String, PagedFeed> ended = new HashMap<>();
    private final OnDemandFeeds onDemand;
    private final MovedFeeds moves;

    /**
     * The feeds of a site.
     *
     * @param moves the feeds that readers do not find at their own addresses any more
     * @param endedFeeds those that were published once and have no posts left, each as one of its files
     */
    PagedFeeds(Feeds feeds, List<Feed> endedFeeds, MovedFeeds moves) {
        this.onDemand = feeds.onDemand();
        this.moves = moves;
        feeds.listed()
                .forEach(listed -> PagedFeed.of(listed.posts(), listed.feed())
                        .filter(this::isThere)
                        .ifPresent(subject -> kept.putIfAbsent(FeedFile.composed(subject.folder()), subject)));
        endedFeeds.stream()
                .collect(Collectors.groupingBy(feed -> feed.files().get(0).folder()))
                .forEach((folder, parts) -> PagedFeed.ended(whole(parts))
                        .filter(this::isThere)
                        .ifPresent(subject -> ended.put(FeedFile.composed(folder), subject)));
    }

    private boolean isThere(PagedFeed subject) {
        return !subject.feed().files().stream()
                .allMatch(file -> moves.isRetired(file.path())
                        || moves.target(file.path()).isPresent());
    }

    /** What is asked for by the folder of a feed. */
    sealed interface Found {
        record Here(PagedFeed subject) implements Found {}

        /** The feed has another folder. */
        record Elsewhere(String folder) implements Found {}
    }

    /** Those that are always there, the site's first. */
    Collection<PagedFeed> kept() {
        return Collections.unmodifiableCollection(kept.values());
    }

    /** The feed in a folder, if there is one. */
    Optional<Found> find(String folder) {
        var key = FeedFile.composed(folder);
        return Optional.ofNullable(kept.get(key))
                .or(() -> Optional.ofNullable(ended.get(key)))
                .<Found>map(Found.Here::new)
                .or(() -> onDemand(key));
    }

    /** An archive has no page of its own: whoever reads one finds that of its feed. */
    private Optional<Found> onDemand(String folder) {
        var answer = onDemand.find(folder + Format.ATOM.fileName());
        if (answer instanceof Answer.Here here && !(here.feed().history() instanceof History.Archive)) {
            return PagedFeed.of(here.posts(), here.feed()).filter(this::isThere).map(Found.Here::new);
        }
        return answer instanceof Answer.Elsewhere elsewhere
                ? Optional.of(new Found.Elsewhere(FeedFile.folder(elsewhere.path())))
                : Optional.empty();
    }

    private static Feed whole(List<Feed> parts) {
        return parts.get(0)
                .withFiles(parts.stream()
                        .flatMap(part -> part.files().stream())
                        .sorted(Comparator.comparing(FeedFile::path))
                        .toList());
    }
}
