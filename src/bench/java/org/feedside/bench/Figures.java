package org.feedside.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Everything that was measured, in the order in which it was first measured. */
final class Figures {
    private final Map<Subject, Map<String, List<Double>>> values = new LinkedHashMap<>();

    /**
     * What a figure is about.
     *
     * @param posts of the site
     * @param unit in which it is told
     */
    record Subject(String part, String what, int posts, Unit unit) {}

    /** Units, and how their numbers are written. */
    enum Unit {
        MILLISECONDS("ms", true),
        MEGABYTES("MB", true),
        MICROSECONDS("µs", true),
        A_SECOND("/s", false);

        private final String sign;
        private final boolean isCost;

        Unit(String sign, boolean isCost) {
            this.sign = sign;
            this.isCost = isCost;
        }

        String sign() {
            return sign;
        }

        /** Whether less is better. */
        boolean isCost() {
            return isCost;
        }
    }

    synchronized void add(Subject subject, String who, double value) {
        values.computeIfAbsent(subject, s -> new LinkedHashMap<>())
                .computeIfAbsent(who, w -> new ArrayList<>())
                .add(value);
    }

    synchronized List<Subject> subjects() {
        return List.copyOf(values.keySet());
    }

    /** Everything that was measured of someone, sorted. */
    synchronized double[] sorted(Subject subject, String who) {
        return values.getOrDefault(subject, Map.of()).getOrDefault(who, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    synchronized List<String> of(Subject subject) {
        return List.copyOf(values.getOrDefault(subject, Map.of()).keySet());
    }

    OptionalDouble median(Subject subject, String who) {
        var sorted = sorted(subject, who);
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        var middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** One line for each value, for other programs. */
    synchronized List<String> lines() {
        var lines = new ArrayList<String>();
        values.forEach((subject, whos) -> whos.forEach((who, some) -> some.forEach(value -> lines.add(String.join(
                "\t",
                subject.part(),
                subject.what(),
                Integer.toString(subject.posts()),
                subject.unit().name(),
                who,
                Double.toString(value))))));
        return lines;
    }

    static Figures of(List<String> lines) {
        var figures = new Figures();
        lines.stream()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .forEach(cells -> figures.add(
                        new Subject(
                                cells.get(0), cells.get(1), Integer.parseInt(cells.get(2)), Unit.valueOf(cells.get(3))),
                        cells.get(4),
                        Double.parseDouble(cells.get(5))));
        return figures;
    }
}
