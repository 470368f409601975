package org.feedside.tools.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;

/** Faults of many pages. Each kind is reported once, since a template causes the same fault on all its pages. */
final class PageFaults {
    private final Map<String, Diagnostic> first = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /**
     * @param kind the same for faults that one template causes on many pages
     */
    void add(String kind, Place place, String message) {
        first.putIfAbsent(kind, Code.FEED_LINKS.warning(place, message));
        counts.merge(kind, 1, Integer::sum);
    }

    /** Returns the first fault of each kind, with the number of further ones. */
    List<Diagnostic> summary() {
        return first.entrySet().stream()
                .map(kind -> summary(kind.getValue(), counts.getOrDefault(kind.getKey(), 1) - 1))
                .toList();
    }

    private static Diagnostic summary(Diagnostic fault, int others) {
        return others == 0
                ? fault
                : Code.FEED_LINKS.warning(fault.place(), "%s (and %d more like it)".formatted(fault.message(), others));
    }
}
