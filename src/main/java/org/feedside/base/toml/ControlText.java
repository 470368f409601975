package org.feedside.base.toml;

import java.util.List;

/**
 * A text with a character that no setting needs: a control character except white space, half of a surrogate pair, or one
 * of the two that XML forbids besides. It has a type of its own, so that each typed read refuses it: the paths,
 * addresses and XML that settings become cannot contain such a character.
 */
record ControlText(String text) {
    static boolean isOne(String text) {
        return text.codePoints().anyMatch(ControlText::isRefused);
    }

    private static boolean isRefused(int c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
                || c == 0x7F
                || c == 0xFFFE
                || c == 0xFFFF
                || Character.getType(c) == Character.SURROGATE;
    }

    /** Returns a value in which each such text, and each value whose key is one, has this type. */
    static Object checked(Object content) {
        if (content instanceof String text && isOne(text)) {
            return new ControlText(text);
        }
        return content instanceof Table table
                ? table.withControlTexts()
                : content instanceof List<?> elements
                        ? elements.stream().map(ControlText::checked).toList()
                        : content instanceof Value value ? new Value(checked(value.content()), value.place()) : content;
    }

    String typeName() {
        var c = text.codePoints().filter(ControlText::isRefused).findFirst().orElse(0);
        return "a text with the character U+%04X: remove it".formatted(c);
    }
}
