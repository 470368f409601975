package org.feedside.refreshing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Lookup;
import org.feedside.pipeline.Generation;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.PublishedState;

/**
 * The last publication, which is served until the posts are read: documents whose files are intact.
 *
 * @param feedsFolder the folder, which knows the intact files
 * @param onDemand what responds to all other paths
 */
record LastPublication(PublishedState state, FeedsFolder feedsFolder, Generation generation, OnDemand onDemand) {
    /** Publishes what was published last. */
    static LastPublication restore(ServiceOptions options, PublishedState state, Published published) {
        var feedsFolder = new FeedsFolder(options.disk(), options.feeds());
        var onDemand = unavailableUntilRead(state, options.settings().pages().folder());
        if (!state.documents().isEmpty()) {
            published.publish(new Snapshot(
                    state.generation(),
                    Map.of(),
                    checkedOneByOne(state, feedsFolder).or(onDemand)));
        }
        var intact = feedsFolder.intact(state);
        var generation = Generation.restored(intact, state.documents());
        published.publish(
                intact.isEmpty() ? Snapshot.EMPTY : new Snapshot(state.generation(), generation.documents(), onDemand));
        return new LastPublication(state, feedsFolder, generation, onDemand);
    }

    /** Compares each requested file with the state until all files have been compared. */
    private static OnDemand checkedOneByOne(PublishedState state, FeedsFolder feedsFolder) {
        var known = new HashMap<String, DocumentState>();
        state.documents().forEach((path, document) -> known.put(FeedFile.composed(path), document));
        return path -> Lookup.of(Optional.ofNullable(known.get(path)).flatMap(feedsFolder::findIntact));
    }

    /** Answers 503 before the posts are read for what may be a combination, an archive, a page, or a lost file, and for the manifest. */
    private static OnDemand unavailableUntilRead(PublishedState state, Optional<String> pages) {
        var names = state.documents().keySet().stream()
                .map(LastPublication::fileName)
                .collect(Collectors.toUnmodifiableSet());
        return path -> path.equals(Manifest.PATH)
                        || names.contains(fileName(path))
                        || pages.filter(folder -> (path + "/").startsWith(folder + "/"))
                                .isPresent()
                ? new Lookup.Unavailable<>()
                : new Lookup.NotFound<>();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
