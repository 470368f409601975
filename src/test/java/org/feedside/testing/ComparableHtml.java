package org.feedside.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML as a list of tags and texts, reduced to what readers see. */
public final class ComparableHtml {
    private static final Set<String> SEEN = Set.of("href", "src", "alt", "title", "start", "checked");

    private final List<String> tokens = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private ComparableHtml() {}

    public static List<String> of(String html, String base) {
        var document = Jsoup.parseBodyFragment(html, base);
        document.select("a.zola-anchor, a.anchor").remove();
        var tokens = new ComparableHtml();
        tokens.addChildren(document.body());
        tokens.endText();
        return tokens.tokens;
    }

    private void addChildren(Node parent) {
        for (var child : parent.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (child instanceof Element element) {
                add(element);
            }
        }
    }

    private void add(Element element) {
        if (element.normalName().equals("span")) {
            addChildren(element);
            return;
        }
        endText();
        if (element.normalName().equals("pre")) {
            tokens.add("pre " + fold(element.wholeText()));
            return;
        }
        tokens.add("<" + element.normalName() + attributes(element) + ">");
        addChildren(element);
        endText();
        tokens.add("</" + element.normalName() + ">");
    }

    private static String attributes(Element element) {
        var attributes = new TreeMap<String, String>();
        for (var attribute : element.attributes()) {
            if (SEEN.contains(attribute.getKey())) {
                var url =
                        attribute.getKey().equals("href") || attribute.getKey().equals("src");
                var value = url ? decode(element.absUrl(attribute.getKey())) : fold(attribute.getValue());
                if (!(attribute.getKey().equals("title") && value.isEmpty())) {
                    attributes.put(attribute.getKey(), value);
                }
            }
        }
        return attributes.isEmpty() ? "" : attributes.toString();
    }

    private static String decode(String url) {
        try {
            return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return url;
        }
    }

    private void endText() {
        var folded = fold(text.toString());
        text.setLength(0);
        if (!folded.isEmpty()) {
            tokens.add(folded);
        }
    }

    private static String fold(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
