package org.feedside.publishing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.publishing.state.PastVersion;

/**
 * The entries of a feed in XML, as parts of its bytes: what is left without some of them is a feed still.
 *
 * @param ranges in the order of the document, none inside another
 * @param complete the mark that says that these are all (RFC 5005, section 2), if it has one
 */
public record EntryIndex(List<EntryRange> ranges, Optional<EntryRange> complete) {
    public EntryIndex {
        ranges = List.copyOf(ranges);
    }

    /** The entries of an Atom or RSS document; nothing for other documents. */
    public static Optional<EntryIndex> of(Bytes plain) {
        return new EntryScanner(plain).index();
    }

    Set<String> digests() {
        return ranges.stream().map(EntryRange::digest).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What is left out for a reader of the other version: the entries that stand there just so, and then the mark too, by
     * which the others would be taken for all.
     */
    List<EntryRange> knownFrom(PastVersion version) {
        var same = ranges.stream()
                .filter(range -> version.entries().contains(range.digest()))
                .toList();
        return same.isEmpty()
                ? same
                : Stream.concat(complete.stream(), same.stream())
                        .sorted(Comparator.comparingInt(EntryRange::start))
                        .toList();
    }
}
