package org.feedside.operating;

import java.util.List;
import java.util.stream.Stream;
import org.feedside.operating.PollCounts.Kind;
import org.feedside.operating.PollReport.Sum;

/** A column of numbers in the tables of polls. */
public enum PollColumn {
    SUBSCRIBERS("Subscribers"),
    REQUESTS("Requests"),
    CONDITIONAL("Conditional"),
    FULL("200"),
    UNCHANGED("304"),
    DELTAS("226"),
    TOO_MANY("429"),
    REDIRECTS("3xx"),
    OTHERS("Other"),
    BYTES("Sent");

    private final String heading;

    PollColumn(String heading) {
        this.heading = heading;
    }

    /** Returns the columns that have a number other than 0 in one of these lines. */
    public static List<PollColumn> of(List<PollsPage.Line> lines) {
        return Stream.of(values())
                .filter(column -> lines.stream().anyMatch(line -> column.number(line.sum()) != 0))
                .toList();
    }

    private long number(Sum sum) {
        var counts = sum.counts();
        return switch (this) {
            case SUBSCRIBERS -> sum.subscribers();
            case REQUESTS -> counts.requests();
            case CONDITIONAL -> counts.get(Kind.CONDITIONAL);
            case FULL -> counts.get(Kind.FULL);
            case UNCHANGED -> counts.get(Kind.UNCHANGED);
            case DELTAS -> counts.get(Kind.DELTAS);
            case TOO_MANY -> counts.get(Kind.TOO_MANY);
            case REDIRECTS -> counts.get(Kind.REDIRECTS);
            case OTHERS -> counts.get(Kind.OTHERS);
            case BYTES -> counts.get(Kind.BYTES);
        };
    }

    public String text(Sum sum) {
        var value = number(sum);
        return switch (this) {
            case SUBSCRIBERS -> value == 0 ? "–" : HumanText.number(value);
            case CONDITIONAL -> HumanText.share(value, sum.counts().requests());
            case BYTES -> HumanText.bytes(value);
            default -> HumanText.number(value);
        };
    }

    @Override
    public String toString() {
        return heading;
    }
}
