package org.feedside.markup.shortcodes;

import java.util.TreeMap;

/** Maps offsets of a text that was assembled from pieces to offsets in the original text. */
final class OffsetMap {
    private final TreeMap<Integer, Integer> originals = new TreeMap<>();

    /** Records that the text from this offset on starts at the original offset. */
    void add(int offset, int original) {
        originals.put(offset, original);
    }

    int original(int offset) {
        var start = originals.floorEntry(offset);
        return start == null ? offset : start.getValue() + offset - start.getKey();
    }
}
