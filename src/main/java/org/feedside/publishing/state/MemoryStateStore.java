package org.feedside.publishing.state;

/** Keeps the state in memory, for a process that does not store it. */
public final class MemoryStateStore implements StateStore {
    private PublishedState state;

    public MemoryStateStore(PublishedState first) {
        this.state = first;
    }

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
