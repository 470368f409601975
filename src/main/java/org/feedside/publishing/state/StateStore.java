package org.feedside.publishing.state;

/** Keeps the published state. What {@link #save} was given is there after any crash, in whole or not at all. */
public interface StateStore extends AutoCloseable {
    PublishedState load();

    /** Makes a state durable, in the place of what was loaded or saved last. */
    void save(PublishedState next);

    @Override
    void close();
}
