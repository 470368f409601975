package org.feedside.publishing.state;

/** Stores the published state. {@link #save} is atomic: after a crash the state is the old or the new one. */
public interface StateStore extends AutoCloseable {
    PublishedState load();

    /** Replaces the stored state and returns when the new one is durable. */
    void save(PublishedState next);

    /**
     * Writes the stored state again if it was deleted or damaged from outside.
     *
     * @throws StateException if another process has taken its place
     */
    default void restore() {}

    @Override
    void close();
}
