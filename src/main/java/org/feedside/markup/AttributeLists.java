package org.feedside.markup;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedside.config.Generator;

/** Removes attributes of elements and similar marks of Jekyll's and Eleventy's Markdown: they are for the site only. */
final class AttributeLists {
    /** Kramdown's comments, options and attributes, the list that its table of contents replaces, and its Markdown in HTML. */
    private static final Pattern KRAMDOWN =
            Pattern.compile("(?m)^[ \\t]*(?:[*+-]|\\d+\\.)[ \\t][^\\n]*\\n[ \\t]*\\{:\\s*toc\\b[^{}\\n]*}"
                    + "|\\{::comment}(?s:.*?)(?:\\{:/(?:comment)?}|\\z)"
                    + "|\\{::?(?![^{}\\n]*=>)[^{}\\n]*}"
                    + "|^<\\w+[^<>\\n]{0,500}\\smarkdown=[\"']?(?:1|block|span)[\"']?[^<>\\n]{0,500}>(?=[ \\t]*$)");

    /** Containers and attributes of the usual plugins of markdown-it. */
    private static final Pattern MARKDOWN_IT =
            Pattern.compile("(?m)^[ \\t>]*:::[^\\n]*$|(?<=[)\\]*_`]) ?\\{\\s*[.#][^{}\\n]*}");

    private AttributeLists() {}

    /**
     * Returns the text without these marks; line breaks stay.
     *
     * @param code finds the characters that belong to code, where nothing is a mark
     */
    static String removed(String text, Generator generator, Function<String, BitSet> code) {
        var pattern = generator == Generator.JEKYLL
                ? Optional.of(KRAMDOWN)
                : Optional.of(MARKDOWN_IT).filter(p -> generator == Generator.ELEVENTY);
        return pattern.map(p -> p.matcher(text))
                .filter(Matcher::find)
                .map(marks -> removed(marks, code.apply(text)))
                .orElse(text);
    }

    private static String removed(Matcher marks, BitSet code) {
        return marks.replaceAll(mark -> Matcher.quoteReplacement(
                code.get(mark.start()) ? mark.group() : mark.group().replaceAll("[^\\n]+", "")));
    }
}
