package org.feedside.markup.dialect;

import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.text.Characters;

/** ATX and setext headings, with an attribute block at the end (zola.md, section 10.3). */
final class HeadingParser extends AbstractBlockParser {
    /** In spaces. More of them start an indented code block. */
    private static final int MAX_INDENT = 3;

    private final Heading block = new Heading();
    private final SourceLines content;

    private HeadingParser(int level, SourceLines content, Optional<HeadingAttributes> attributes) {
        block.setLevel(level);
        this.content = content;
        attributes.ifPresent(block::prependChild);
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return BlockContinue.none();
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        inlineParser.parse(content, block);
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() > MAX_INDENT) {
                return BlockStart.none();
            }
            var line = state.getLine();
            var text = line.substring(
                    state.getNextNonSpaceIndex(), line.getContent().length());
            if (text.getContent().charAt(0) == '#') {
                return atx(text).map(parser -> start(parser, line)).orElseGet(BlockStart::none);
            }
            var level = underline(text.getContent());
            if (level.isEmpty() || matched.getParagraphLines().isEmpty()) {
                return BlockStart.none();
            }
            return start(setext(level.get(), matched.getParagraphLines()), line)
                    .replaceParagraphLines(Integer.MAX_VALUE);
        }

        private static BlockStart start(HeadingParser parser, SourceLine line) {
            return BlockStart.of(parser).atIndex(line.getContent().length());
        }

        private static Optional<HeadingParser> atx(SourceLine line) {
            var text = line.getContent();
            var level = Characters.skip('#', text, 0, text.length());
            if (level > 6 || (level < text.length() && !Characters.isSpaceOrTab(text, level))) {
                return Optional.empty();
            }
            var attributes = AttributeBlock.endOf(text);
            var end = attributes.map(AttributeBlock::start).orElse(text.length());
            var start = Math.min(Characters.skipSpaceTab(text, level, text.length()), end);
            var last = withoutClosingSequence(text, start, Characters.skipSpaceTabBackwards(text, end - 1, start) + 1);
            return Optional.of(new HeadingParser(
                    level, SourceLines.of(line.substring(start, last)), attributes.map(AttributeBlock::attributes)));
        }

        private static int withoutClosingSequence(CharSequence text, int start, int end) {
            var beforeMarks = Characters.skipBackwards('#', text, end - 1, start);
            if (beforeMarks == end - 1) {
                return end;
            }
            if (beforeMarks < start) {
                return start;
            }
            return Characters.isSpaceOrTab(text, beforeMarks)
                    ? Characters.skipSpaceTabBackwards(text, beforeMarks, start) + 1
                    : end;
        }

        private static HeadingParser setext(int level, SourceLines paragraph) {
            var lines = paragraph.getLines();
            var last = lines.get(lines.size() - 1);
            var attributes = AttributeBlock.endOf(last.getContent());
            var content = SourceLines.empty();
            lines.subList(0, lines.size() - 1).forEach(content::addLine);
            var end = attributes
                    .map(AttributeBlock::start)
                    .orElse(last.getContent().length());
            var trimmed = Characters.skipSpaceTabBackwards(last.getContent(), end - 1, 0) + 1;
            if (trimmed > 0 || content.isEmpty()) {
                content.addLine(last.substring(0, trimmed));
            }
            return new HeadingParser(level, content, attributes.map(AttributeBlock::attributes));
        }

        private static Optional<Integer> underline(CharSequence text) {
            var mark = text.charAt(0);
            if (mark != '=' && mark != '-') {
                return Optional.empty();
            }
            var end = Characters.skip(mark, text, 0, text.length());
            if (Characters.skipSpaceTab(text, end, text.length()) < text.length()) {
                return Optional.empty();
            }
            return Optional.of(mark == '=' ? 1 : 2);
        }
    }
}
