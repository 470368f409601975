package org.feedside.publishing;

/**
 * Where an entry stands in its document's plain bytes.
 *
 * @param start its first byte
 * @param end the byte after its last
 * @param digest changes when the entry does
 */
public record EntryRange(int start, int end, String digest) {
    public EntryRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("an entry cannot go from %d to %d".formatted(start, end));
        }
    }
}
