package org.feedside.publishing;

import java.util.Optional;

/** The entries of a document, which are looked for only when somebody asks for them: few ever do. */
public final class LazyEntryIndex {
    static final LazyEntryIndex NONE = new LazyEntryIndex(Optional.empty());

    private final Optional<Bytes> plain;
    private volatile Optional<Optional<EntryIndex>> index = Optional.empty();

    private LazyEntryIndex(Optional<Bytes> plain) {
        this.plain = plain;
    }

    /** Those of an Atom or RSS document; nothing for other documents. */
    static LazyEntryIndex in(Bytes plain) {
        return new LazyEntryIndex(Optional.of(plain));
    }

    /** Two threads may both look: that costs less than a lock. */
    Optional<EntryIndex> index() {
        var known = index;
        if (known.isEmpty()) {
            known = Optional.of(plain.flatMap(EntryIndex::of));
            index = known;
        }
        return known.get();
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
