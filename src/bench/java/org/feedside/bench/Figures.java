package org.feedside.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** All measured values, in the order of their first measurement. */
final class Figures {
    private final Map<Subject, Map<String, List<Double>>> values = new LinkedHashMap<>();

    /**
     * The quantity that a value measures.
     *
     * @param part the part of the benchmark
     * @param what the quantity, as the table names it
     * @param posts the number of posts of the site
     * @param unit the unit of the values
     */
    record Subject(String part, String what, int posts, Unit unit) {}

    /** The units of the values. */
    enum Unit {
        MILLISECONDS("ms"),
        MEGABYTES("MB"),
        MICROSECONDS("µs"),
        A_SECOND("/s");

        private final String sign;

        Unit(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    synchronized void add(Subject subject, String program, double value) {
        values.computeIfAbsent(subject, s -> new LinkedHashMap<>())
                .computeIfAbsent(program, p -> new ArrayList<>())
                .add(value);
    }

    synchronized List<Subject> subjects() {
        return List.copyOf(values.keySet());
    }

    /** The values of a program, sorted. */
    synchronized double[] sorted(Subject subject, String program) {
        return values.getOrDefault(subject, Map.of()).getOrDefault(program, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    /** The programs that have values of a subject. */
    synchronized List<String> of(Subject subject) {
        return List.copyOf(values.getOrDefault(subject, Map.of()).keySet());
    }

    OptionalDouble median(Subject subject, String program) {
        var sorted = sorted(subject, program);
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        var middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** The values as lines of tab-separated fields, which {@link #of(List)} reads. */
    synchronized List<String> lines() {
        var lines = new ArrayList<String>();
        values.forEach((subject, programs) ->
                programs.forEach((program, measured) -> measured.forEach(value -> lines.add(String.join(
                        "\t",
                        subject.part(),
                        subject.what(),
                        Integer.toString(subject.posts()),
                        subject.unit().name(),
                        program,
                        Double.toString(value))))));
        return lines;
    }

    /** Reads the lines that {@link #lines()} returns. */
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
