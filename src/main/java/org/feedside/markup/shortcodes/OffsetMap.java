package org.feedside.markup.shortcodes;

import java.util.ArrayList;
import java.util.List;

/** Maps offsets of a text that was assembled from pieces to offsets in the original text. */
final class OffsetMap {
    private record Segment(int offset, int original) {}

    private final List<Segment> segments = new ArrayList<>();

    /** Records that the text from this offset on starts at the original offset. */
    void add(int offset, int original) {
        segments.add(new Segment(offset, original));
    }

    int original(int offset) {
        var low = 0;
        var high = segments.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (segments.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return segments.isEmpty()
                ? offset
                : segments.get(low).original() + offset - segments.get(low).offset();
    }
}
