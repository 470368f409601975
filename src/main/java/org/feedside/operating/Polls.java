package org.feedside.operating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.ParseCache;

/** Counts polls by feed and reader, without locks and client addresses; those beyond the limits are others. */
final class Polls {
    static final String OTHERS = "(others)";
    static final int MAX_CELLS = 20_000;

    /** The maximum number of readers besides the well-known ones. */
    static final int MAX_UNKNOWN_READERS = 150;

    private static final Set<String> ALWAYS = Set.of(OTHERS, UserAgent.NONE, UserAgent.UNNAMED, UserAgent.BROWSER);
    private static final int MAX_DAYS = 30;
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final Instant since;
    private final ParseCache<UserAgent> userAgents = new ParseCache<>(text -> UserAgent.read(Optional.of(text)));
    private final ConcurrentHashMap<Key, PollCounter> cells = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<LocalDate, PollTally> days = new ConcurrentHashMap<>();
    private final Set<String> unknownReaders = ConcurrentHashMap.newKeySet();
    private final Semaphore cellsLeft = new Semaphore(MAX_CELLS);
    private final Semaphore unknownLeft = new Semaphore(MAX_UNKNOWN_READERS);
    private final PollCounter others = new PollCounter();

    private record Key(PolledFeed feed, String reader) {}

    /** Continues from a stored report. */
    Polls(PollReport before) {
        this.since = before.since();
        for (var row : before.rows()) {
            var cell = cell(new Key(row.feed(), named(row.reader())));
            cell.tally().add(row.counts());
            cell.seen(row.last());
            row.declared().forEach(cell::declares);
        }
        before.days().forEach((day, counts) -> day(day).add(counts));
    }

    /** Counts a request and its response if it is a poll: a GET that is not from a browser. */
    void count(FeedRequest request, FeedResponse response, Instant now) {
        if (!METHODS.contains(request.method())) {
            return;
        }
        var userAgent = userAgents.get(request.header("User-Agent").orElse(""));
        var key = new Key(PolledFeed.of(response), named(userAgent.reader()));
        var cell = cell(key);
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        cell.tally().count(request, response);
        cell.seen(today);
        day(today).count(request, response);
        // Readers in a shared counter cannot be told apart, and a redirected reader has no subscribers here.
        if (cell != others
                && key.feed().kind() == PolledFeed.Kind.DOCUMENT
                && !key.reader().equals(OTHERS)) {
            userAgent
                    .subscribers()
                    .map(number ->
                            new DeclaredSubscribers(userAgent.feedId(), number, now.truncatedTo(ChronoUnit.SECONDS)))
                    .ifPresent(cell::declares);
        }
    }

    private PollCounter cell(Key key) {
        return Optional.ofNullable(cells.get(key)).orElseGet(() -> newCell(key));
    }

    private PollCounter newCell(Key key) {
        if (key.feed().equals(PolledFeed.OTHERS) || !cellsLeft.tryAcquire()) {
            return others;
        }
        var fresh = new PollCounter();
        var before = Optional.ofNullable(cells.putIfAbsent(key, fresh));
        before.ifPresent(taken -> cellsLeft.release());
        return before.orElse(fresh);
    }

    private String named(String reader) {
        if (ALWAYS.contains(reader) || KnownReaders.NAMES.contains(reader) || unknownReaders.contains(reader)) {
            return reader;
        }
        if (!unknownLeft.tryAcquire()) {
            return OTHERS;
        }
        if (!unknownReaders.add(reader)) {
            unknownLeft.release();
        }
        return reader;
    }

    private PollTally day(LocalDate day) {
        var known = Optional.ofNullable(days.get(day));
        if (known.isPresent()) {
            return known.get();
        }
        var fresh = days.computeIfAbsent(day, d -> new PollTally());
        while (days.size() > MAX_DAYS) {
            days.keySet().stream().min(Comparator.naturalOrder()).ifPresent(days::remove);
        }
        return fresh;
    }

    PollReport report(Instant now) {
        var rows =
                new TreeMap<Key, PollReport.Row>(Comparator.comparing(Key::feed).thenComparing(Key::reader));
        cells.forEach((key, cell) -> rows.put(key, row(key, cell, now)));
        var rest = new Key(PolledFeed.OTHERS, OTHERS);
        if (others.tally().counts().requests() > 0) {
            rows.put(rest, row(rest, others, now));
        }
        var totals = new TreeMap<LocalDate, PollCounts>();
        days.forEach((day, tally) -> totals.put(day, tally.counts()));
        return new PollReport(since, List.copyOf(rows.values()), totals);
    }

    private static PollReport.Row row(Key key, PollCounter cell, Instant now) {
        return new PollReport.Row(key.feed(), key.reader(), cell.tally().counts(), cell.last(), cell.declared(now));
    }
}
