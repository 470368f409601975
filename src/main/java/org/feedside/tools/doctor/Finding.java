package org.feedside.tools.doctor;

import java.util.List;
import org.feedside.base.diagnostics.Severity;

/**
 * What is wrong with a feed.
 *
 * @param feed its address
 * @param readers those who meet it; all that were asked as, unless it befalls only some
 * @param isGeneral whether it befalls all readers
 * @param what was seen
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
