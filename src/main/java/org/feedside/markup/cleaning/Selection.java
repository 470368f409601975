package org.feedside.markup.cleaning;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Finds elements. */
final class Selection {
    private static final Map<String, Evaluator> PARSED = new ConcurrentHashMap<>();

    private Selection() {}

    /** Returns what a CSS selector finds. Each one is parsed once and kept, so it must be a constant. */
    static Elements of(Element root, String selector) {
        return root.select(PARSED.computeIfAbsent(selector, QueryParser::parse));
    }
}
