package org.feedside.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats figures as a Markdown table: the median, the range of the runs, and the ratio of Feedside, as packaged, to its peer. */
final class Table {
    private Table() {}

    static List<String> of(Figures figures) {
        var lines = new ArrayList<String>();
        lines.add("| what | posts | Feedside | its jar alone | peer | Feedside : peer |");
        lines.add("|---|---:|---:|---:|---:|---:|");
        figures.subjects().forEach(subject -> lines.add(row(figures, subject)));
        return lines;
    }

    private static String row(Figures figures, Figures.Subject subject) {
        var peer = figures.of(subject).stream()
                .filter(program -> !program.equals(Programs.FEEDSIDE) && !program.equals(Programs.JAR))
                .findFirst();
        var feedside = figures.median(subject, Programs.FEEDSIDE);
        var other = peer.map(program -> figures.median(subject, program).orElseThrow());
        var ratio = other.filter(median -> median > 0 && feedside.isPresent())
                .map(median -> String.format(Locale.ROOT, "%.2f", feedside.getAsDouble() / median));
        return "| %s, %s | %s | %s | %s | %s | %s |"
                .formatted(
                        subject.part(),
                        subject.what(),
                        String.format(Locale.ROOT, "%,d", subject.posts()),
                        cell(figures, subject, Programs.FEEDSIDE),
                        cell(figures, subject, Programs.JAR),
                        peer.map(program -> program + " " + cell(figures, subject, program))
                                .orElse("–"),
                        ratio.orElse("–"));
    }

    private static String cell(Figures figures, Figures.Subject subject, String program) {
        var sorted = figures.sorted(subject, program);
        if (sorted.length == 0) {
            return "–";
        }
        var median = figures.median(subject, program).orElseThrow();
        var range =
                sorted.length == 1 ? "" : " (%s–%s)".formatted(number(sorted[0]), number(sorted[sorted.length - 1]));
        return number(median) + " " + subject.unit().sign() + range;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.1f" : "%,.0f", value);
    }
}
