package org.feedside.publishing;

/**
 * The range of an entry in its document's plain bytes.
 *
 * @param start the offset of its first byte
 * @param end the offset after its last byte
 * @param digest changes when the entry does
 */
public record EntryRange(int start, int end, String digest) {
    public EntryRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("an entry cannot go from %d to %d".formatted(start, end));
        }
    }
}
