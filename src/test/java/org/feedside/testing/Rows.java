package org.feedside.testing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.text.TextResource;

/**
 * Tables of cases in text files: one case per line, cells separated by {@code |}, comments on lines that start with
 * {@code #}.
 *
 * <p>In a cell, {@code \n}, {@code \r}, {@code \t}, {@code \s} (a space), {@code \p} (a bar), {@code \\} and
 * {@code \}{@code uXXXX} represent a character; the cell {@code -} is empty.
 */
public final class Rows {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u\\p{XDigit}{4}|.)");

    private Rows() {}

    /** The rows of the table of a rule, such as {@code 3.1-dates}, or of a package, such as {@code http/paths}. */
    public static Stream<Row> of(String table) {
        var file = "/org/feedside/%s.txt".formatted(table.contains("/") ? table : "rules/" + table);
        return TextResource.text(Rows.class, file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::parse);
    }

    /**
     * One case.
     *
     * @param cells the texts of the cells, with their escapes
     */
    public record Row(String line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        static Row parse(String line) {
            return new Row(
                    line, Stream.of(line.split("\\|", -1)).map(String::strip).toList());
        }

        /** The text of a cell; empty for {@code -}. */
        public String text(int i) {
            return optional(i).orElse("");
        }

        /** The text of a cell, if it holds one. */
        public Optional<String> optional(int i) {
            return i >= cells.size() || cells.get(i).equals("-")
                    ? Optional.empty()
                    : Optional.of(unescape(cells.get(i)));
        }

        /** The words of a cell. */
        public List<String> words(int i) {
            var text = text(i);
            return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
        }

        @Override
        public String toString() {
            return line.replaceAll(" +", " ");
        }

        private static String unescape(String cell) {
            return ESCAPE.matcher(cell).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape.group(1))));
        }

        private static String meaning(String escape) {
            return switch (escape.charAt(0)) {
                case 'n' -> "\n";
                case 'r' -> "\r";
                case 't' -> "\t";
                case 's' -> " ";
                case 'p' -> "|";
                case '\\' -> "\\";
                case 'u' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
                default -> throw new IllegalArgumentException("no escape: \\" + escape);
            };
        }
    }
}
