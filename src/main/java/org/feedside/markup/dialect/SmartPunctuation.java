package org.feedside.markup.dialect;

import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.PostProcessor;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.Characters;

/** Curly quotes, dashes and ellipses as Zola's {@code smart_punctuation} sets them (zola.md, section 12, item 4). */
final class SmartPunctuation implements Parser.ParserExtension, InlineContentParserFactory, PostProcessor {
    private static final String EN = "–";
    private static final String EM = "—";

    /** A straight quote whose replacement depends on the other quotes of its block. */
    private static final class Quote extends CustomNode {
        private final boolean isDouble;
        private final boolean canOpen;
        private final boolean canClose;

        private Quote(boolean isDouble, boolean canOpen, boolean canClose) {
            this.isDouble = isDouble;
            this.canOpen = canOpen;
            this.canClose = canClose;
        }
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineContentParserFactory(this).postProcessor(this);
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('\'', '"', '.', '-');
    }

    @Override
    public InlineContentParser create() {
        return SmartPunctuation::parse;
    }

    private static ParsedInline parse(InlineParserState state) {
        var scanner = state.scanner();
        var before = scanner.peekPreviousCodePoint();
        var mark = scanner.peek();
        switch (mark) {
            case '.' -> {
                return scanner.next("...") ? ParsedInline.of(new Text("…"), scanner.position()) : ParsedInline.none();
            }
            case '-' -> {
                var dashes = dashes(scanner.matchMultiple('-'));
                return ParsedInline.of(new Text(dashes), scanner.position());
            }
            default -> {
                scanner.next();
                var after = scanner.peekCodePoint();
                var quote = new Quote(mark == '"', canOpen(mark, before, after), canClose(before, after));
                return ParsedInline.of(quote, scanner.position());
            }
        }
    }

    private static String dashes(int count) {
        if (count == 1) {
            return "-";
        }
        return switch (count % 6) {
            case 0, 3 -> EM.repeat(count / 3);
            case 2, 4 -> EN.repeat(count / 2);
            case 1 -> EM.repeat(count / 3 - 1) + EN.repeat(2);
            default -> EM.repeat(count / 3) + EN;
        };
    }

    private static boolean canOpen(char mark, int before, int after) {
        if (isEdge(after) || Characters.isWhitespaceCodePoint(after)) {
            return false;
        }
        if (isEdge(before) || Characters.isWhitespaceCodePoint(before)) {
            return true;
        }
        return Characters.isPunctuationCodePoint(before) && !(mark == '\'' && (before == ']' || before == ')'));
    }

    private static boolean canClose(int before, int after) {
        if (isEdge(before) || Characters.isWhitespaceCodePoint(before)) {
            return false;
        }
        return isEdge(after) || Characters.isWhitespaceCodePoint(after) || Characters.isPunctuationCodePoint(after);
    }

    private static boolean isEdge(int codePoint) {
        return codePoint == Scanner.END;
    }

    @Override
    public Node process(Node document) {
        var glyphs = new Glyphs();
        for (var node : NodeTrees.all(document, Node.class)) {
            if (node instanceof Quote quote) {
                glyphs.set(quote);
            } else if (node instanceof Block || node instanceof TableCell) {
                glyphs = new Glyphs();
            }
        }
        return document;
    }

    /** Replaces the quotes of one block in order. */
    private static final class Glyphs {
        private boolean isDoubleOpen;
        private Text singleOpener = new Text();
        private boolean isSingleOpen;

        private void set(Quote quote) {
            var text = new Text(quote.isDouble ? doubleGlyph(quote) : "’");
            text.setSourceSpans(quote.getSourceSpans());
            if (!quote.isDouble) {
                pairSingle(quote, text);
            }
            quote.insertAfter(text);
            quote.unlink();
        }

        private String doubleGlyph(Quote quote) {
            if (quote.canClose && isDoubleOpen) {
                isDoubleOpen = false;
                return "”";
            }
            isDoubleOpen = isDoubleOpen || quote.canOpen;
            return "“";
        }

        private void pairSingle(Quote quote, Text text) {
            if (isSingleOpen && quote.canClose) {
                singleOpener.setLiteral("‘");
                isSingleOpen = false;
            } else if (quote.canOpen) {
                singleOpener = text;
                isSingleOpen = true;
            }
        }
    }
}
