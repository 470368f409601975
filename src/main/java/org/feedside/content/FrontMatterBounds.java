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
    /**
     * White space may precede the opening mark. The closing mark is the first with only white space after it on its
     * line. Blank lines after it do not belong to the body.
     */
    private static final String ZOLA = "\\A\\s*+%1$s(\\r?\\n.*?)%1$s\\s*(?:\\n|\\z)";

    private static final Pattern TOML = Pattern.compile(ZOLA.formatted("\\+\\+\\+"), Pattern.DOTALL);
    private static final Pattern YAML = Pattern.compile(ZOLA.formatted("---"), Pattern.DOTALL);

    /** Finds front matter in TOML as Zola does. */
    static Optional<FrontMatterBounds> ofToml(String text) {
        return find(TOML, text);
    }

    /** Finds front matter in YAML as Zola does. */
    static Optional<FrontMatterBounds> ofYaml(String text) {
        return find(YAML, text);
    }

    private static Optional<FrontMatterBounds> find(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find()
                ? Optional.of(new FrontMatterBounds(match.start(1), match.end(1), match.end()))
                : Optional.empty();
    }
}
