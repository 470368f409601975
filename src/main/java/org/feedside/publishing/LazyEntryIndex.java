package org.feedside.publishing;

import java.util.Optional;

/** The entry index of a document, computed on first use, because few documents need it. */
public final class LazyEntryIndex {
    private final Bytes plain;
    private volatile Optional<Optional<EntryIndex>> index = Optional.empty();

    LazyEntryIndex(Bytes plain) {
        this.plain = plain;
    }

    /** Returns the index of an Atom or RSS document; none for other documents. Two threads may both compute it, which costs less than a lock. */
    Optional<EntryIndex> index() {
        var cached = index;
        if (cached.isEmpty()) {
            cached = Optional.of(EntryIndex.of(plain));
            index = cached;
        }
        return cached.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LazyEntryIndex entries && plain.equals(entries.plain);
    }

    @Override
    public int hashCode() {
        return plain.hashCode();
    }
}
