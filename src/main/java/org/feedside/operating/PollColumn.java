package org.feedside.operating;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.feedside.operating.PollCounts.Kind;
import org.feedside.operating.PollReport.Sum;

/** A column of numbers in the tables of polls. */
public enum PollColumn {
    SUBSCRIBERS("Subscribers", Sum::subscribers),
    REQUESTS("Requests", sum -> sum.counts().requests()),
    CONDITIONAL("Conditional", sum -> sum.counts().get(Kind.CONDITIONAL)),
    FULL("200", sum -> sum.counts().get(Kind.FULL)),
    UNCHANGED("304", sum -> sum.counts().get(Kind.UNCHANGED)),
    DELTAS("226", sum -> sum.counts().get(Kind.DELTAS)),
    TOO_MANY("429", sum -> sum.counts().get(Kind.TOO_MANY)),
    REDIRECTS("3xx", sum -> sum.counts().get(Kind.REDIRECTS)),
    OTHERS("Other", sum -> sum.counts().get(Kind.OTHERS)),
    BYTES("Sent", sum -> sum.counts().get(Kind.BYTES));

    private final String heading;
    private final ToLongFunction<Sum> number;

    PollColumn(String heading, ToLongFunction<Sum> number) {
        this.heading = heading;
        this.number = number;
    }

    /** Returns the columns that have a number other than 0 in one of these lines. */
    public static List<PollColumn> of(List<PollsPage.Line> lines) {
        return Stream.of(values())
                .filter(column -> lines.stream().anyMatch(line -> column.number.applyAsLong(line.sum()) != 0))
                .toList();
    }

    public String text(Sum sum) {
        var value = number.applyAsLong(sum);
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
