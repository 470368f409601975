package org.feedside.tools.doctor;

import java.util.List;
import org.feedside.base.diagnostics.Severity;

/**
 * A problem of a feed.
 *
 * @param feed its URL
 * @param readers the affected readers
 * @param isGeneral whether all readers are affected
 * @param what what was seen
 * @param effect what it does to readers
 * @param remedy what to do
 */
public record Finding(
        Severity severity,
        String feed,
        List<SimulatedReader> readers,
        boolean isGeneral,
        String what,
        String effect,
        String remedy) {
    public Finding {
        readers = List.copyOf(readers);
    }
}
