package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Tables, as Zola recognises them (zola.md, section 12, item 8). The parser of commonmark-java's extension differs: a
 * list cannot end a table there, a header may have fewer cells than the delimiter row, and any table may interrupt a
 * paragraph.
 */
final class TableParser extends AbstractBlockParser {
    /** In spaces. More of them start an indented code block. */
    private static final int MAX_INDENT = 3;

    private final TableBlock block = new TableBlock();
    private final SourceLine header;
    private final List<Optional<Alignment>> columns;
    private final List<SourceLine> rows = new ArrayList<>();

    private TableParser(SourceLine header, List<Optional<Alignment>> columns) {
        this.header = header;
        this.columns = columns;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()
                || state.getIndent() > MAX_INDENT
                || rest(state).toString().strip().equals("|")
                || TableInterruption.at(rest(state))) {
            return BlockContinue.none();
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    /** The delimiter row is the first line: the header was taken from the paragraph. */
    @Override
    public void addLine(SourceLine line) {
        rows.add(line);
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        var head = new TableHead();
        head.appendChild(row(header, true, inlineParser));
        block.appendChild(head);
        var body = new TableBody();
        block.appendChild(body);
        rows.stream().skip(1).forEach(line -> body.appendChild(row(line, false, inlineParser)));
    }

    /** A row may lack cells, which only the renderer adds: few lines could ask for millions of them. */
    private Node row(SourceLine line, boolean isHeader, InlineParser inlineParser) {
        var row = new TableRow();
        var cells = TableCells.of(line);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            var cell = new TableCell();
            cell.setHeader(isHeader);
            columns.get(i).ifPresent(cell::setAlignment);
            inlineParser.parse(SourceLines.of(cells.get(i)), cell);
            row.appendChild(cell);
        }
        return row;
    }

    private static CharSequence rest(ParserState state) {
        var line = state.getLine().getContent();
        return line.subSequence(state.getNextNonSpaceIndex(), line.length());
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var columns =
                    state.getIndent() > MAX_INDENT ? List.<Optional<Alignment>>of() : TableDelimiters.of(rest(state));
            var paragraph = matched.getParagraphLines().getLines();
            if (columns.isEmpty() || paragraph.isEmpty()) {
                return BlockStart.none();
            }
            var header = paragraph.get(paragraph.size() - 1);
            var startsWithPipe = header.getContent().toString().stripLeading().startsWith("|");
            if (header.getContent().toString().endsWith("\\")) {
                return BlockStart.none();
            }
            // Only a header that starts with a pipe can interrupt a paragraph.
            if ((paragraph.size() > 1 && !startsWithPipe)
                    || TableCells.of(header).size() != columns.size()) {
                return BlockStart.none();
            }
            return BlockStart.of(new TableParser(header, columns))
                    .atIndex(state.getIndex())
                    .replaceParagraphLines(1);
        }
    }
}
