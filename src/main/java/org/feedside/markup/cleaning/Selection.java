package org.feedside.markup.cleaning;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The elements that a CSS selector finds. Parses each selector once: a build cleans thousands of posts with the same ones. */
final class Selection {
    private static final Map<String, Evaluator> PARSED = new ConcurrentHashMap<>();

    private Selection() {}

    /**
     * @param selector a constant
     */
    static Elements of(Element root, String selector) {
        return root.select(PARSED.computeIfAbsent(selector, QueryParser::parse));
    }
}
