package org.feedside.operating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.feedside.pages.PageHead;

/**
 * The page of polls: every text as the page shows it.
 *
 * @param since the start of counting
 * @param facts about all polls
 * @param readers the sum of each reader, most requests first
 * @param feeds the sum of each feed
 * @param days the sum of each day, newest first
 * @param polls each reader of each feed, most requests first
 * @param more how many of these are only in the JSON
 */
public record PollsPage(
        PageHead head,
        String since,
        List<String> facts,
        List<Line> readers,
        List<Line> feeds,
        List<Line> days,
        List<Line> polls,
        int more) {
    private static final int MAX_LINES = 300;

    public PollsPage {
        facts = List.copyOf(facts);
        readers = List.copyOf(readers);
        feeds = List.copyOf(feeds);
        days = List.copyOf(days);
        polls = List.copyOf(polls);
    }

    /**
     * A row of a table.
     *
     * @param names a name, or a feed and a reader
     * @param numbers subscribers, requests, conditional ones, responses with 200, 304, 226, 429, 3xx and others, bytes
     */
    public record Line(List<String> names, List<String> numbers) {
        public Line {
            names = List.copyOf(names);
            numbers = List.copyOf(numbers);
        }
    }

    static PollsPage of(PollReport report, String style) {
        var total = report.total();
        var counts = total.counts();
        var readers = new ArrayList<Entry>();
        report.byReader().forEach((reader, sum) -> readers.add(new Entry(List.of(reader), sum)));
        var feeds = new ArrayList<Entry>();
        report.byFeed().forEach((feed, sum) -> feeds.add(new Entry(List.of(feed.name()), sum)));
        var days = new ArrayList<Line>();
        report.days().forEach((day, c) -> days.add(0, line(List.of(day.toString()), "", c)));
        var polls = report.rows().stream()
                .map(row -> new Entry(
                        List.of(row.feed().name(), row.reader()), new PollReport.Sum(row.counts(), row.subscribers())))
                .toList();
        return new PollsPage(
                new PageHead("en", "Polls", style, Optional.empty(), List.of()),
                HumanText.time(report.since()),
                List.of(
                        HumanText.number(counts.requests()) + " requests",
                        HumanText.share(counts.conditional(), counts.requests()) + " conditional",
                        HumanText.share(counts.unchanged(), counts.requests()) + " answered 304",
                        HumanText.bytes(counts.bytes()) + " sent",
                        HumanText.number(total.subscribers()) + " declared subscribers"),
                lines(readers),
                lines(feeds),
                days,
                lines(polls),
                Math.max(0, polls.size() - MAX_LINES));
    }

    private record Entry(List<String> names, PollReport.Sum sum) {}

    private static List<Line> lines(List<Entry> entries) {
        // The sort is stable: rows with equal counts stay ordered by name.
        return entries.stream()
                .sorted(Comparator.comparing((Entry e) -> e.sum().counts().requests())
                        .reversed())
                .limit(MAX_LINES)
                .map(e -> line(
                        e.names(),
                        e.sum().subscribers() == 0
                                ? "–"
                                : HumanText.number(e.sum().subscribers()),
                        e.sum().counts()))
                .toList();
    }

    private static Line line(List<String> names, String subscribers, PollCounts c) {
        var numbers = new ArrayList<String>();
        if (!subscribers.isEmpty()) {
            numbers.add(subscribers);
        }
        numbers.add(HumanText.number(c.requests()));
        numbers.add(HumanText.share(c.conditional(), c.requests()));
        for (var answers : List.of(c.full(), c.unchanged(), c.deltas(), c.tooMany(), c.redirects(), c.others())) {
            numbers.add(HumanText.number(answers));
        }
        numbers.add(HumanText.bytes(c.bytes()));
        return new Line(names, numbers);
    }
}
