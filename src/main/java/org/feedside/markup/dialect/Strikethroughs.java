package org.feedside.markup.dialect;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.Text;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Text between one or two tildes. A single tilde does not count inside a word (zola.md, section 10.3). */
final class Strikethroughs implements DelimiterProcessor {
    @Override
    public char getOpeningCharacter() {
        return '~';
    }

    @Override
    public char getClosingCharacter() {
        return '~';
    }

    @Override
    public int getMinLength() {
        return 1;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        var length = opening.length();
        if (length != closing.length() || length > 2) {
            return 0;
        }
        var opener = opening.getOpener();
        var closer = closing.getCloser();
        if (length == 1 && (endsInWord(opener.getPrevious()) || startsInWord(closer.getNext()))) {
            return 0;
        }
        var strikethrough = new Strikethrough("~".repeat(length));
        for (var node : Nodes.between(opener, closer)) {
            strikethrough.appendChild(node);
        }
        opener.insertAfter(strikethrough);
        return length;
    }

    private static boolean endsInWord(Node before) {
        return before instanceof Text text
                && !text.getLiteral().isEmpty()
                && Character.isLetterOrDigit(
                        text.getLiteral().codePointBefore(text.getLiteral().length()));
    }

    private static boolean startsInWord(Node after) {
        return after instanceof Text text
                && !text.getLiteral().isEmpty()
                && Character.isLetterOrDigit(text.getLiteral().codePointAt(0));
    }
}
