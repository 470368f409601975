package org.feedside.bench;

import static org.feedside.bench.Figures.Unit.A_SECOND;

import java.util.Locale;
import java.util.Optional;
import org.feedside.bench.Figures.Subject;

/** How many readers a core has time for, if each asks once an hour. */
final class Subscribers {
    /** A feed that changes twice a day is loaded in full by two of the 24 polls of a day. */
    private static final int POLLS = 12;

    private static final int SECONDS = 3600;

    private Subscribers() {}

    /** In words; empty if it was not measured what a core answers. */
    static Optional<String> of(Figures figures) {
        var unchanged = cost(figures, ServePart.READER);
        var full = cost(figures, ServePart.SMALL);
        return unchanged.flatMap(poll -> full.map(whole -> inWords(poll, whole)));
    }

    /** Microseconds of a core. */
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

    private static String inWords(double poll, double whole) {
        var mean = ((POLLS - 1) * poll + whole) / POLLS;
        // Half of the time, as at more than that answers come late.
        var most = SECONDS * 1e6 / mean / 2;
        return String.format(
                Locale.ROOT,
                "A conditional poll costs %.1f µs of a core, a full answer of 12 KB %.1f µs. If a feed changes twice a day, one of %d"
                        + " hourly polls is answered in full, and a core that is busy for half of the time has %.1f million hourly polls"
                        + " an hour in it, if they come evenly.",
                poll,
                whole,
                POLLS,
                most / 1e6);
    }
}
