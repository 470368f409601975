package org.feedside.site;

import java.util.List;

/** Hugo's way to name some of several parts: {@code [1:]}, {@code [:last]}, {@code [0]}. */
final class Slice {
    private Slice() {}

    /** The parts that a slice names; all for an empty one. */
    static List<String> of(String slice, List<String> parts) {
        if (slice.isEmpty() || parts.isEmpty()) {
            return parts;
        }
        var bounds = slice.substring(1, slice.length() - 1).split(":", -1);
        var size = parts.size();
        if (bounds.length == 1) {
            var at = index(bounds[0], 0, size);
            return at < size ? parts.subList(at, at + 1) : List.of();
        }
        var low = index(bounds[0], 0, size);
        var high = Math.min(size, index(bounds[1], size, size));
        return low < high ? parts.subList(low, high) : List.of();
    }

    private static int index(String bound, int otherwise, int size) {
        if (bound.isBlank()) {
            return otherwise;
        }
        if (bound.strip().equals("last")) {
            return size - 1;
        }
        return bound.strip().matches("\\d{1,4}") ? Integer.parseInt(bound.strip()) : 0;
    }
}
