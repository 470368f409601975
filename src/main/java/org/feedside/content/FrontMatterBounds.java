package org.feedside.content;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The positions of front matter and body in a text.
 *
 * @param valuesStart the end of the opening mark, before or after its line break
 * @param valuesEnd the start of the closing mark
 * @param bodyStart the start of the first line of the body, or the end of the text
 */
record FrontMatterBounds(int valuesStart, int valuesEnd, int bodyStart) {
    /** White space may precede the opening mark. */
    private static final Pattern OPENING = Pattern.compile("\\s*+(\\+\\+\\+|---)(?=\\r?\\n)");

    /** Only white space follows the closing mark on its line. Blank lines after it do not belong to the body. */
    private static final Pattern CLOSING_END = Pattern.compile("\\s*(?:\\n|\\z)");

    /** Finds front matter in TOML as Zola does. */
    static Optional<FrontMatterBounds> ofToml(String text) {
        return find("+++", text);
    }

    /** Finds front matter in YAML as Zola does. */
    static Optional<FrontMatterBounds> ofYaml(String text) {
        return find("---", text);
    }

    private static Optional<FrontMatterBounds> find(String mark, String text) {
        var opening = OPENING.matcher(text);
        if (!opening.lookingAt() || !opening.group(1).equals(mark)) {
            return Optional.empty();
        }
        var end = CLOSING_END.matcher(text);
        for (int at = text.indexOf(mark, opening.end()); at >= 0; at = text.indexOf(mark, at + 1)) {
            if (end.region(at + mark.length(), text.length()).lookingAt()) {
                return Optional.of(new FrontMatterBounds(opening.end(), at, end.end()));
            }
        }
        return Optional.empty();
    }
}
