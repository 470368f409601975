package org.feedside.operating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables of the page of polls.
 *
 * @param readers the sum of each reader, most requests first
 * @param feeds the sum of each feed, most requests first
 * @param polls each reader of each feed, most requests first
 * @param days the sum of each of the last 30 days until today in UTC, newest first, without subscribers
 * @param more how many of the polls are only in the JSON
 */
public record PollsPage(
        PollReport report, List<Line> readers, List<Line> feeds, List<Line> polls, List<Line> days, int more) {
    private static final int MAX_LINES = 300;
    private static final int DAYS = 30;

    /**
     * A row of a table.
     *
     * @param names a name, or a feed and a reader
     */
    public record Line(List<String> names, PollReport.Sum sum) {}

    static PollsPage of(PollReport report, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var days = IntStream.range(0, DAYS)
                .mapToObj(today::minusDays)
                .map(day -> new Line(
                        List.of(day.toString()),
                        new PollReport.Sum(report.days().getOrDefault(day, PollCounts.ZERO), 0)))
                .toList();
        return new PollsPage(
                report,
                top(report.byReader().entrySet().stream().map(sum -> new Line(List.of(sum.getKey()), sum.getValue()))),
                top(report.byFeed().entrySet().stream()
                        .map(sum -> new Line(List.of(sum.getKey().name()), sum.getValue()))),
                top(report.rows().stream()
                        .map(row -> new Line(List.of(row.feed().name(), row.reader()), row.sum()))),
                days,
                Math.max(0, report.rows().size() - MAX_LINES));
    }

    private static List<Line> top(Stream<Line> lines) {
        // The sort is stable: rows with equal counts stay ordered by name.
        return lines.sorted(
                        Comparator.comparing((Line line) -> line.sum().counts().requests())
                                .reversed())
                .limit(MAX_LINES)
                .toList();
    }
}
