package org.feedside.pages;

import java.util.Optional;
import org.feedside.feeds.Entry;
import org.feedside.markup.cleaning.PlainText;

/** The beginning of a post, in plain words. */
final class Excerpt {
    private static final int MOST = 240;

    /** Languages without spaces are cut anywhere; in others, a word is not longer than this. */
    private static final int LONGEST_WORD = 40;

    private Excerpt() {}

    /** The summary, or what comes first in the post; empty if there are no words in it. */
    static Optional<String> of(Entry entry) {
        return entry.summary()
                .map(PlainText::of)
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(PlainText.of(entry.content())))
                .filter(text -> !text.isEmpty())
                .map(Excerpt::shortened);
    }

    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= MOST) {
            return text;
        }
        var end = text.offsetByCodePoints(0, MOST);
        var space = text.lastIndexOf(' ', end);
        if (space > end - LONGEST_WORD) {
            end = space;
        }
        while (end > 0 && joins(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Whether a character is a part of the one before it: an accent, or what makes one emoji of several. */
    private static boolean joins(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || c == 0x200D;
    }
}
