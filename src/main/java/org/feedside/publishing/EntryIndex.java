package org.feedside.publishing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.publishing.state.PastVersion;

/**
 * The byte ranges of the entries of an XML feed. Without some of these ranges it is still a well-formed feed.
 *
 * @param ranges the entries in the order of the document; they do not overlap
 * @param complete the {@code fh:complete} element (RFC 5005, section 2), if there is one
 */
public record EntryIndex(List<EntryRange> ranges, Optional<EntryRange> complete) {
    public EntryIndex {
        ranges = List.copyOf(ranges);
    }

    /** Returns the index of an Atom or RSS document; empty for other documents. */
    public static Optional<EntryIndex> of(Bytes plain) {
        return new EntryScanner(plain).index();
    }

    Set<String> digests() {
        return ranges.stream().map(EntryRange::digest).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the ranges to leave out for a reader of that version: the entries that are unchanged since, and if there
     * are any, also {@code fh:complete}, because the rest is not the complete feed.
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
