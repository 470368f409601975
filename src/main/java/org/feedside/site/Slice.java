package org.feedside.site;

import java.util.List;

/** Hugo's slice syntax for parts of a path: {@code [1:]}, {@code [:last]}, {@code [0]}. */
final class Slice {
    private Slice() {}

    /** The parts that a slice selects; all if the slice is empty. */
    static List<String> of(String slice, List<String> parts) {
        if (slice.isEmpty() || parts.isEmpty()) {
            return parts;
        }
        var bounds = slice.substring(1, slice.length() - 1).split(":", -1);
        var size = parts.size();
        if (bounds.length == 1) {
            var index = index(bounds[0], 0, size);
            return index < size ? parts.subList(index, index + 1) : List.of();
        }
        var low = index(bounds[0], 0, size);
        var high = Math.min(size, index(bounds[1], size, size));
        return low < high ? parts.subList(low, high) : List.of();
    }

    private static int index(String bound, int defaultIndex, int size) {
        if (bound.isBlank()) {
            return defaultIndex;
        }
        if (bound.strip().equals("last")) {
            return size - 1;
        }
        return bound.strip().matches("\\d{1,4}") ? Integer.parseInt(bound.strip()) : 0;
    }
}
