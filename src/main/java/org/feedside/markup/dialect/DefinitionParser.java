package org.feedside.markup.dialect;

import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.text.Characters;

/**
 * A line that starts with a colon below a paragraph, with the indented lines below it. {@link DefinitionLists} turns
 * the paragraphs and definitions into a list afterwards.
 */
final class DefinitionParser extends AbstractBlockParser {
    /** In spaces. More of them start an indented code block. */
    private static final int MAX_INDENT = 3;
    /** In spaces after the colon. After more of them, the definition starts with an indented code block. */
    private static final int MAX_GAP = 4;

    private final Definition block = new Definition();
    private final int contentIndent;
    private boolean sawBlankLine;

    private DefinitionParser(int contentIndent, boolean loose) {
        this.contentIndent = contentIndent;
        if (loose) {
            block.makeLoose();
        }
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        if (sawBlankLine && block.getFirstChild() != null) {
            block.makeLoose();
        }
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            sawBlankLine = state.getActiveBlockParser().getBlock() instanceof Paragraph;
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= contentIndent
                ? BlockContinue.atColumn(state.getColumn() + contentIndent)
                : BlockContinue.none();
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            var mark = state.getNextNonSpaceIndex();
            if (state.getIndent() > MAX_INDENT || line.charAt(mark) != ':') {
                return BlockStart.none();
            }
            var inParagraph = !matched.getParagraphLines().isEmpty();
            if (!inParagraph
                    && !followsTermOrDefinition(matched.getMatchedBlockParser().getBlock())) {
                return BlockStart.none();
            }
            var content = Characters.skipSpaceTab(line, mark + 1, line.length());
            var gap = content - mark - 1;
            if (gap == 0 || content == line.length()) {
                return BlockStart.none();
            }
            var indent = state.getIndent() + 1 + (gap > MAX_GAP ? 1 : gap);
            var loose = !inParagraph && blankLineBefore(state);
            return BlockStart.of(new DefinitionParser(indent, loose)).atColumn(state.getColumn() + indent);
        }

        private static boolean followsTermOrDefinition(Block container) {
            var last = container.getLastChild();
            return last instanceof Paragraph || last instanceof Definition;
        }

        // A definition or paragraph that is still open contains no blank line.
        private static boolean blankLineBefore(ParserState state) {
            return !(state.getActiveBlockParser().getBlock() instanceof Paragraph);
        }
    }
}
