package org.feedside.operating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the polls of one reader for one feed. */
final class PollCounter {
    /** The maximum number of ids. A service has few for one feed, such as one for http and one for https. */
    private static final int MAX_IDS = 32;

    private final PollTally tally = new PollTally();
    private final ConcurrentHashMap<String, DeclaredSubscribers> declared = new ConcurrentHashMap<>();
    private volatile LocalDate last = LocalDate.EPOCH;

    PollTally tally() {
        return tally;
    }

    void seen(LocalDate day) {
        // Updated only when the day changes, to avoid contention. Two threads at midnight may overwrite each other's
        // value; the next poll corrects that.
        if (day.isAfter(last)) {
            last = day;
        }
    }

    void declares(DeclaredSubscribers newest) {
        if (declared.size() >= MAX_IDS && !declared.containsKey(newest.id())) {
            declared.values().stream()
                    .min(Comparator.comparing(DeclaredSubscribers::at))
                    .ifPresent(oldest -> declared.remove(oldest.id()));
        }
        declared.put(newest.id(), newest);
    }

    LocalDate last() {
        return last;
    }

    List<DeclaredSubscribers> declared(Instant now) {
        declared.values().removeIf(d -> d.isForgotten(now));
        return declared.values().stream()
                .sorted(Comparator.comparing(DeclaredSubscribers::id))
                .toList();
    }
}
