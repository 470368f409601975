package org.feedside.publishing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedside.state.PastVersion;

/**
 * The entries of a feed in XML, as parts of its bytes: what is left without some of them is a feed still.
 *
 * @param ranges in the order of the document, none inside another
 */
public record EntryIndex(List<EntryRange> ranges) {
    public EntryIndex {
        ranges = List.copyOf(ranges);
    }

    /** The entries of an Atom or RSS document; nothing for other documents. */
    public static Optional<EntryIndex> of(Bytes plain) {
        return new EntryScanner(plain).entries().map(EntryIndex::new);
    }

    Set<String> digests() {
        return ranges.stream().map(EntryRange::digest).collect(Collectors.toUnmodifiableSet());
    }

    /** The entries that stand in the other version just so. */
    List<EntryRange> sameAs(PastVersion version) {
        return ranges.stream()
                .filter(range -> version.entries().contains(range.digest()))
                .toList();
    }
}
