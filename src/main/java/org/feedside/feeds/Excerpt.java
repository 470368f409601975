package org.feedside.feeds;

import java.util.Optional;
import org.feedside.markup.cleaning.PlainText;

/** Makes short plain-text excerpts of posts. */
public final class Excerpt {
    /** In code points, about three lines on the page. */
    private static final int MAX_LENGTH = 240;

    /** A cut moves back to a space within this distance; languages without spaces are cut between characters. */
    private static final int MAX_WORD_LENGTH = 40;

    private Excerpt() {}

    /** Returns the summary or, without one, the beginning of the content; empty if they have no text. */
    public static Optional<String> of(Entry entry) {
        return of(entry.summary().orElse("")).or(() -> of(entry.content()));
    }

    /** Returns the beginning of a text in HTML as plain text; empty if it has no text. */
    static Optional<String> of(String html) {
        return Optional.of(PlainText.of(html)).filter(text -> !text.isEmpty()).map(Excerpt::shortened);
    }

    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_LENGTH) {
            return text;
        }
        var end = text.offsetByCodePoints(0, MAX_LENGTH);
        var space = text.lastIndexOf(' ', end);
        if (space > end - MAX_WORD_LENGTH) {
            end = space;
        }
        while (end > 0 && isCombining(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Whether a code point belongs to the one before it: a combining mark, or the joiner of emoji. */
    private static boolean isCombining(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || c == 0x200D;
    }
}
