package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.SourceLine;
import org.commonmark.text.Characters;

/** The cells of a table row. A backslash before a pipe escapes it and is removed before the cell is parsed. */
final class TableCells {
    private TableCells() {}

    static List<SourceLine> of(SourceLine line) {
        var text = line.getContent();
        var start = Characters.skipSpaceTab(text, 0, text.length());
        var end = Characters.skipSpaceTabBackwards(text, text.length() - 1, start) + 1;
        if (start < end && text.charAt(start) == '|') {
            start++;
        }
        var cells = new ArrayList<SourceLine>();
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\\' && i + 1 < end && text.charAt(i + 1) == '|') {
                i++;
            } else if (text.charAt(i) == '|') {
                cells.add(cell(line, start, i));
                start = i + 1;
            }
        }
        if (start < end) {
            cells.add(cell(line, start, end));
        }
        return cells;
    }

    private static SourceLine cell(SourceLine line, int from, int to) {
        var text = line.getContent();
        var start = Characters.skipSpaceTab(text, from, to);
        var end = Math.max(start, Characters.skipSpaceTabBackwards(text, to - 1, start) + 1);
        var cell = line.substring(start, end);
        var content = cell.getContent().toString();
        return content.contains("\\|") ? SourceLine.of(content.replace("\\|", "|"), cell.getSourceSpan()) : cell;
    }
}
