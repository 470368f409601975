package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.Optional;
import org.commonmark.text.Characters;

/**
 * The attribute block at the end of a heading's source (zola.md, section 10.3): {@code {#id .class key=value}}. It is
 * removed before the inlines are parsed, since it contains no Markdown.
 *
 * @param start where the block starts in the heading's line
 */
record AttributeBlock(int start, HeadingAttributes attributes) {

    static Optional<AttributeBlock> endOf(CharSequence line) {
        var close = Characters.skipSpaceTabBackwards(line, line.length() - 1, 0);
        if (close < 1 || line.charAt(close) != '}') {
            return Optional.empty();
        }
        var open = close - 1;
        while (open >= 0 && "{}<>\\".indexOf(line.charAt(open)) < 0) {
            open--;
        }
        if (open < 0 || line.charAt(open) != '{') {
            return Optional.empty();
        }
        return Optional.of(
                new AttributeBlock(open, read(line.subSequence(open + 1, close).toString())));
    }

    private static HeadingAttributes read(String inside) {
        var id = "";
        var classes = new ArrayList<String>();
        for (var word : inside.trim().split("[ \t\f]+", -1)) {
            if (word.length() > 1 && word.charAt(0) == '#') {
                id = word.substring(1);
            } else if (word.length() > 1 && word.charAt(0) == '.') {
                classes.add(word.substring(1));
            }
        }
        return new HeadingAttributes(id, classes);
    }
}
