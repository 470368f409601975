package org.feedside.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads tables of test cases: one row a line, cells separated by {@code |}, comment lines start with {@code #}. */
final class Rows {
    private Rows() {}

    static List<Row> of(String file) {
        var stream = Objects.requireNonNull(Rows.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new Row(List.of(line.split("\\|", -1)).stream()
                            .map(String::strip)
                            .toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Row(List<String> cells) {
        String cell(int i) {
            return cells.get(i);
        }

        @Override
        public String toString() {
            return String.join(" | ", cells);
        }
    }
}
