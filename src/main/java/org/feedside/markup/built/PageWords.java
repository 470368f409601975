package org.feedside.markup.built;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The words of a text: runs of letters and digits in lower case. Typography and markup do not change them. */
final class PageWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private PageWords() {}

    /** Returns the words with their counts. */
    static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        list(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    static List<String> list(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Returns all words without anything between them. */
    static String joined(String text) {
        return String.join("", list(text));
    }

    /** Returns all words of an element without anything between them. */
    static String joined(Node node) {
        return joined(text(node));
    }

    /** Returns how many words both texts have. */
    static int common(Map<String, Integer> one, Map<String, Integer> other) {
        return one.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0)))
                .sum();
    }

    static int size(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the text of an element with a space between any two pieces of text. */
    static String text(Node node) {
        var text = new StringBuilder();
        node.nodeStream(TextNode.class)
                .forEach(piece -> text.append(piece.getWholeText()).append(' '));
        return text.toString();
    }
}
