package org.feedside.refreshing;

import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateStore;

/** A store in memory that survives the refresher, but not the test. */
final class MemoryStateStore implements StateStore {
    private PublishedState state = PublishedState.NONE;

    @Override
    public PublishedState load() {
        return state;
    }

    @Override
    public void save(PublishedState next) {
        state = next;
    }

    @Override
    public void close() {}
}
