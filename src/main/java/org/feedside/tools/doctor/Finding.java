package org.feedside.tools.doctor;

import java.util.List;

/**
 * A problem of a feed.
 *
 * @param feed its URL
 * @param readers the affected readers
 * @param isGeneral whether all readers are affected
 */
public record Finding(String feed, List<SimulatedReader> readers, boolean isGeneral, Remark remark) {
    public Finding {
        readers = List.copyOf(readers);
    }

    /** Returns a finding that affects all readers. */
    static Finding general(String feed, Remark remark) {
        return new Finding(feed, List.of(SimulatedReader.values()), true, remark);
    }
}
