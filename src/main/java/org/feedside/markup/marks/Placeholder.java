package org.feedside.markup.marks;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A placeholder for a numbered piece of text that the Markdown parser must not see. */
public final class Placeholder {
    private static final Pattern ANY =
            Pattern.compile(Noncharacters.PLACEHOLDER_START + "(\\d{1,9})" + Noncharacters.PLACEHOLDER_END);

    private Placeholder() {}

    public static String of(int number) {
        return Noncharacters.PLACEHOLDER_START + Integer.toString(number) + Noncharacters.PLACEHOLDER_END;
    }

    public static Matcher matcher(CharSequence text) {
        return ANY.matcher(text);
    }

    public static boolean isIn(String text) {
        return text.indexOf(Noncharacters.PLACEHOLDER_START) >= 0;
    }

    /** Returns whether the text consists of one placeholder and white space. */
    public static boolean isAlone(String text) {
        return isIn(text) && ANY.matcher(text.strip()).matches();
    }

    public static String strip(CharSequence text) {
        return replace(text.toString(), number -> "");
    }

    public static String replace(String text, IntFunction<String> pieces) {
        return isIn(text)
                ? ANY.matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(pieces.apply(Integer.parseInt(match.group(1)))))
                : text;
    }
}
