package org.feedside.operating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The polls counted so far.
 *
 * @param since the start of counting
 * @param rows one for each feed and reader, ordered by feed, then by reader
 * @param days all polls of each of the last days, by the day in UTC
 */
public record PollReport(Instant since, List<Row> rows, SortedMap<LocalDate, PollCounts> days) {
    public PollReport {
        rows = List.copyOf(rows);
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** A report without polls. */
    static PollReport empty(Instant now) {
        return new PollReport(now.truncatedTo(ChronoUnit.SECONDS), List.of(), Collections.emptySortedMap());
    }

    /**
     * The polls of one reader for one feed.
     *
     * @param last the day of the last request in UTC
     * @param declared the subscribers that the reader declares
     */
    public record Row(
            PolledFeed feed, String reader, PollCounts counts, LocalDate last, List<DeclaredSubscribers> declared) {
        public Row {
            declared = List.copyOf(declared);
        }

        long subscribers() {
            return declared.stream().mapToLong(DeclaredSubscribers::subscribers).sum();
        }

        Sum sum() {
            return new Sum(counts, subscribers());
        }
    }

    /** The sum of several rows. */
    public record Sum(PollCounts counts, long subscribers) {
        private static final Sum ZERO = new Sum(PollCounts.ZERO, 0);

        private Sum plus(Sum more) {
            return new Sum(counts.plus(more.counts), subscribers + more.subscribers);
        }
    }

    public Sum total() {
        return rows.stream().map(Row::sum).reduce(Sum.ZERO, Sum::plus);
    }

    SortedMap<String, Sum> byReader() {
        var sums = new TreeMap<String, Sum>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
        rows.forEach(row -> sums.merge(row.reader(), row.sum(), Sum::plus));
        return sums;
    }

    Map<PolledFeed, Sum> byFeed() {
        var sums = new TreeMap<PolledFeed, Sum>();
        rows.forEach(row -> sums.merge(row.feed(), row.sum(), Sum::plus));
        return sums;
    }
}
