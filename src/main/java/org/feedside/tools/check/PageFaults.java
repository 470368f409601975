package org.feedside.tools.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feedside.base.diagnostics.Diagnostic;

/** Faults of many pages. Each kind is reported once, since a template causes the same fault on all its pages. */
public final class PageFaults {
    private final Map<String, Diagnostic> first = new LinkedHashMap<>();
    private final Map<String, Integer> more = new LinkedHashMap<>();

    public void add(List<PageFault> faults) {
        for (var fault : faults) {
            if (first.putIfAbsent(fault.kind(), fault.diagnostic()) != null) {
                more.merge(fault.kind(), 1, Integer::sum);
            }
        }
    }

    /** Returns the first fault of each kind, with the number of further ones. */
    public List<Diagnostic> summary() {
        return first.entrySet().stream()
                .map(kind -> {
                    var fault = kind.getValue();
                    var others = more.getOrDefault(kind.getKey(), 0);
                    return others == 0
                            ? fault
                            : new Diagnostic(
                                    fault.severity(),
                                    fault.place(),
                                    "%s (and %d more like it)".formatted(fault.message(), others));
                })
                .toList();
    }
}
