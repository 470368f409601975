package org.feedside.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as Markdown: medians, how far the runs went apart, and Feedside's share of the peer's. */
final class Table {
    private Table() {}

    static List<String> of(Figures figures) {
        var lines = new ArrayList<String>();
        lines.add("| what | posts | Feedside | peer | Feedside : peer |");
        lines.add("|---|---:|---:|---:|---:|");
        figures.subjects().forEach(subject -> lines.add(row(figures, subject)));
        return lines;
    }

    private static String row(Figures figures, Figures.Subject subject) {
        var peer = figures.of(subject).stream()
                .filter(who -> !who.equals(Programs.FEEDSIDE))
                .findFirst();
        var ours = figures.median(subject, Programs.FEEDSIDE);
        var theirs = peer.map(who -> figures.median(subject, who).orElseThrow());
        var ratio = theirs.filter(t -> t > 0 && ours.isPresent())
                .map(t -> String.format(Locale.ROOT, "%.2f", ours.getAsDouble() / t));
        return "| %s, %s | %s | %s | %s | %s |"
                .formatted(
                        subject.part(),
                        subject.what(),
                        String.format(Locale.ROOT, "%,d", subject.posts()),
                        cell(figures, subject, Programs.FEEDSIDE),
                        peer.map(who -> who + " " + cell(figures, subject, who)).orElse("–"),
                        ratio.orElse("–"));
    }

    private static String cell(Figures figures, Figures.Subject subject, String who) {
        var sorted = figures.sorted(subject, who);
        if (sorted.length == 0) {
            return "–";
        }
        var median = figures.median(subject, who).orElseThrow();
        var range =
                sorted.length == 1 ? "" : " (%s–%s)".formatted(number(sorted[0]), number(sorted[sorted.length - 1]));
        return number(median) + " " + subject.unit().sign() + range;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.1f" : "%,.0f", value);
    }
}
