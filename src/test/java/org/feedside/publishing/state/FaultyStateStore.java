package org.feedside.publishing.state;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** A state store in memory whose disk can be full and whose process can end before or after a transaction. */
public final class FaultyStateStore implements StateStore {
    private final BooleanSupplier isFull;
    private final Runnable before;
    private final Runnable after;
    private PublishedState state = PublishedState.NONE;

    /** Runs an action before and after each transaction, such as ending the process. */
    public FaultyStateStore(BooleanSupplier isFull, Runnable before, Runnable after) {
        this.isFull = isFull;
        this.before = before;
        this.after = after;
    }

    /** Returns a store with the same state and without faults. */
    public FaultyStateStore copy() {
        var copy = new FaultyStateStore(() -> false, () -> {}, () -> {});
        copy.state = state;
        return copy;
    }

    @Override
    public PublishedState load() {
        return state;
    }

    @Override
    public void save(PublishedState next) {
        if (isFull.getAsBoolean()) {
            throw new StateException("the state cannot be written: no space", new IOException("no space"));
        }
        before.run();
        state = next;
        after.run();
    }

    @Override
    public void close() {}
}
