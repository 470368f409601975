package org.feedside.refreshing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Lookup;
import org.feedside.pipeline.Generation;
import org.feedside.publishing.FeedsFolder;
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
    static LastPublication restore(
            FeedsFolder feedsFolder, Optional<String> pages, PublishedState state, Published published) {
        var onDemand = new PossibleDocuments(state, pages);
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
}
