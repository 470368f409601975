package org.feedside.operating;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;

/**
 * The file that stores the counted polls. Cells are separated by tabs, and the declared subscribers of a reader are on
 * the lines after its polls:
 *
 * <pre>
 * feedside polls 1
 * since 2026-11-25T18:00:00Z
 * day 2026-11-25 20 4 16 0 0 0 0 7391
 * poll document atom.xml Feedbin 2026-11-25 20 4 16 0 0 0 0 7391
 * declared 1373711 142 2026-11-25T19:12:01Z
 * </pre>
 *
 * The numbers are those of {@link PollCounts}.
 */
record PollsFile(Disk disk, Path file) {
    private static final String FIRST_LINE = "feedside polls 1";
    private static final String COUNTS_LOST = "the poll counts start from zero";
    private static final long MAX_BYTES = 1L << 28;

    /** Reads the stored report; no value if there is none or it cannot be read. */
    Parsed<PollReport> read() {
        try {
            var text = new String(disk.read(file, MAX_BYTES), StandardCharsets.UTF_8);
            return new Reading().report(List.of(text.split("\n", -1)));
        } catch (NoSuchFileException e) {
            return Parsed.failed(List.of());
        } catch (IOException e) {
            return Parsed.failed(
                    Code.STATE.warning(file, "cannot be read (%s): %s".formatted(FailureReason.of(e), COUNTS_LOST)));
        }
    }

    /** Replaces the stored report. */
    void write(PollReport report, Instant now) throws IOException {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        line(text, "since", report.since().toString());
        report.days().forEach((day, counts) -> line(text, "day", day.toString(), numbers(counts)));
        for (var row : report.rows()) {
            line(
                    text,
                    "poll",
                    row.feed().kind().toString(),
                    row.feed().path(),
                    row.reader(),
                    row.last().toString(),
                    numbers(row.counts()));
            row.declared()
                    .forEach(d -> line(text, "declared", d.id(), Long.toString(d.subscribers()), d.at().toString()));
        }
        disk.replace(file, text.toString().getBytes(StandardCharsets.UTF_8), now);
    }

    /** Returns a problem with writing the file. */
    Diagnostic unwritable(IOException e) {
        return Code.STATE.warning(
                file,
                "cannot be written (%s), so a restart will lose the poll counts: check disk space and permissions"
                        .formatted(FailureReason.of(e)));
    }

    private static void line(StringBuilder text, String... cells) {
        text.append(String.join("\t", cells)).append('\n');
    }

    private static String numbers(PollCounts counts) {
        return counts.numbers().stream().map(String::valueOf).collect(Collectors.joining("\t"));
    }

    /** Reads the lines once. */
    private final class Reading {
        private static final int NUMBERS = PollCounts.Kind.values().length;

        private final List<PollReport.Row> rows = new ArrayList<>();
        private final TreeMap<LocalDate, PollCounts> days = new TreeMap<>();

        Parsed<PollReport> report(List<String> lines) {
            var at = 1;
            try {
                if (!lines.get(0).equals(FIRST_LINE) || lines.size() < 2) {
                    return broken(1);
                }
                var since = Instant.parse(cells(lines.get(1), "since", 1).get(0));
                for (at = 2; at < lines.size() - 1; at++) {
                    read(lines.get(at));
                }
                // A last line without a line end was not written completely.
                return lines.get(at).isEmpty()
                        ? Parsed.of(new PollReport(since, rows, days), List.of())
                        : broken(at + 1);
            } catch (DateTimeException | IllegalArgumentException e) {
                return broken(at + 1);
            }
        }

        private void read(String line) {
            if (line.startsWith("day\t")) {
                var cells = cells(line, "day", 1 + NUMBERS);
                days.put(LocalDate.parse(cells.get(0)), counts(cells.subList(1, cells.size())));
            } else if (line.startsWith("poll\t")) {
                var cells = cells(line, "poll", 4 + NUMBERS);
                var feed = new PolledFeed(kind(cells.get(0)), cells.get(1));
                var numbers = counts(cells.subList(4, cells.size()));
                rows.add(new PollReport.Row(feed, cells.get(2), numbers, LocalDate.parse(cells.get(3)), List.of()));
            } else {
                var cells = cells(line, "declared", 3);
                declared(new DeclaredSubscribers(
                        cells.get(0), Long.parseLong(cells.get(1)), Instant.parse(cells.get(2))));
            }
        }

        private void declared(DeclaredSubscribers one) {
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("not a declaration: " + one);
            }
            var row = rows.remove(rows.size() - 1);
            var all = Stream.concat(row.declared().stream(), Stream.of(one)).toList();
            rows.add(new PollReport.Row(row.feed(), row.reader(), row.counts(), row.last(), all));
        }

        private PolledFeed.Kind kind(String word) {
            return Stream.of(PolledFeed.Kind.values())
                    .filter(kind -> kind.toString().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a kind of feed: " + word));
        }

        private PollCounts counts(List<String> cells) {
            return new PollCounts(cells.stream().map(Long::parseUnsignedLong).toList());
        }

        private List<String> cells(String line, String word, int number) {
            var cells = List.of(line.split("\t", -1));
            if (cells.size() != number + 1 || !cells.get(0).equals(word)) {
                throw new IllegalArgumentException("not %d cells of %s: %s".formatted(number, word, line));
            }
            return cells.subList(1, cells.size());
        }

        private Parsed<PollReport> broken(int line) {
            return Parsed.failed(Code.STATE.warning(
                    new Place(file.toString(), line, 1),
                    "this is not a polls file of Feedside: %s".formatted(COUNTS_LOST)));
        }
    }
}
