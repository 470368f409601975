package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;

/** The delimiter row between a table's header and body, such as {@code |:---|---|}. */
final class TableDelimiters {
    private static final Pattern ROW = Pattern.compile("[ \\t:|-]+");
    private static final Pattern COLUMN = Pattern.compile("[ \\t]*(:?)[ \\t]*-[ \\t-]*(:?)[ \\t]*");

    private TableDelimiters() {}

    /** Returns the alignments of the columns; empty if the line is not a delimiter row. */
    static List<Optional<Alignment>> of(CharSequence line) {
        var text = line.toString().strip();
        if (text.indexOf('|') < 0 || !ROW.matcher(text).matches()) {
            return List.of();
        }
        var start = text.startsWith("|") ? 1 : 0;
        var end = text.length() > start && text.endsWith("|") ? text.length() - 1 : text.length();
        var columns = new ArrayList<Optional<Alignment>>();
        for (var column : text.substring(start, Math.max(start, end)).split("\\|", -1)) {
            var matcher = COLUMN.matcher(column);
            if (!matcher.matches()) {
                return List.of();
            }
            columns.add(alignment(!matcher.group(1).isEmpty(), !matcher.group(2).isEmpty()));
        }
        return columns;
    }

    private static Optional<Alignment> alignment(boolean left, boolean right) {
        if (left) {
            return Optional.of(right ? Alignment.CENTER : Alignment.LEFT);
        }
        return right ? Optional.of(Alignment.RIGHT) : Optional.empty();
    }
}
