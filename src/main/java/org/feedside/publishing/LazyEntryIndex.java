package org.feedside.publishing;

import java.util.Optional;

/** The entry index of a document, computed on first use, because few documents need it. */
public final class LazyEntryIndex {
    static final LazyEntryIndex NONE = new LazyEntryIndex(Optional.empty());

    private final Optional<Bytes> plain;
    private volatile Optional<Optional<EntryIndex>> index = Optional.empty();

    private LazyEntryIndex(Optional<Bytes> plain) {
        this.plain = plain;
    }

    /** The index of an Atom or RSS document; none for other documents. */
    static LazyEntryIndex in(Bytes plain) {
        return new LazyEntryIndex(Optional.of(plain));
    }

    /** Two threads may both compute it, which costs less than a lock. */
    Optional<EntryIndex> index() {
        var cached = index;
        if (cached.isEmpty()) {
            cached = Optional.of(plain.flatMap(EntryIndex::of));
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
