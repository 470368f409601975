package org.feedside.bench;

import static org.feedside.bench.Figures.Unit.A_SECOND;

import java.util.Locale;
import java.util.Optional;
import org.feedside.bench.Figures.Subject;

/** Computes how many readers a core can serve if each polls once an hour. */
final class Subscribers {
    /** If a feed changes twice a day, two of the 24 polls of a day get a full response: one of 12. */
    private static final int POLLS_PER_DOWNLOAD = 12;

    private static final int SECONDS_PER_HOUR = 3600;

    private Subscribers() {}

    /** Describes the result; empty if the part serve was not measured. */
    static Optional<String> of(Figures figures) {
        var unchanged = cost(figures, ServePart.READER);
        var full = cost(figures, ServePart.SMALL);
        return unchanged.flatMap(poll -> full.map(download -> description(poll, download)));
    }

    /** The CPU time of a response, in microseconds. */
    private static Optional<Double> cost(Figures figures, String what) {
        return figures.subjects().stream()
                .filter(subject -> subject.what().equals(what) && subject.unit() == A_SECOND)
                .map(subject -> median(figures, subject))
                .filter(rate -> rate > 0)
                .map(rate -> 1e6 / rate)
                .findFirst();
    }

    private static double median(Figures figures, Subject subject) {
        return figures.median(subject, Programs.FEEDSIDE).orElse(0);
    }

    private static String description(double poll, double download) {
        var mean = ((POLLS_PER_DOWNLOAD - 1) * poll + download) / POLLS_PER_DOWNLOAD;
        // The core is busy for half of the time: with a higher load, responses are late.
        var polls = SECONDS_PER_HOUR * 1e6 / mean / 2;
        return String.format(
                Locale.ROOT,
                "A 304 takes %.1f µs of CPU time, a full response of 12 KB %.1f µs. If a feed changes twice a day, one of %d"
                        + " hourly polls gets a full response, and a core that is busy for half of the time serves %.1f million readers"
                        + " that poll every hour, if the polls are spread evenly.",
                poll,
                download,
                POLLS_PER_DOWNLOAD,
                polls / 1e6);
    }
}
