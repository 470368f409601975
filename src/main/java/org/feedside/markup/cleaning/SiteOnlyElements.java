package org.feedside.markup.cleaning;

import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Removes elements that only make sense on the site's own pages (publishing.md, section 2.5). */
final class SiteOnlyElements {
    private static final Pattern ALIGNMENT =
            Pattern.compile("(?:^|;)\\s*text-align\\s*:\\s*(left|right|center|justify|start|end)\\s*(?:;|$)");

    private SiteOnlyElements() {}

    static void remove(Element root) {
        root.select("a.zola-anchor, a.anchor, a[aria-hidden=true][href^=#]").forEach(SiteOnlyElements::removeAnchor);
        root.select("svg").forEach(SiteOnlyElements::replaceByTitle);
        root.select("math").forEach(formula -> replaceByText(formula, MathText.of(formula)));
        root.select("script[type^=math/tex]")
                .forEach(formula -> replaceByText(formula, formula.data().strip()));
        root.select("#continue-reading, script, style, link, meta, base, title").remove();
        root.select("noscript").forEach(SiteOnlyElements::unwrapUnlessRepeated);
        root.select("pre span").unwrap();
        root.select("input:not([type=checkbox])").remove();
        root.select("pre").forEach(SiteOnlyElements::removeLeadingLineEnds);
        root.select("[style]").forEach(SiteOnlyElements::keepAlignment);
        dropRepeatedIds(root);
    }

    // If a link is the entire content of a heading, it is the heading's text and not an anchor symbol, so it stays.
    private static void removeAnchor(Element anchor) {
        var heading = anchor.closest("h1, h2, h3, h4, h5, h6");
        if (heading == null || !heading.text().equals(anchor.text())) {
            anchor.remove();
        }
    }

    // A lazy image is followed by the same image in noscript, for browsers without scripts.
    private static void unwrapUnlessRepeated(Element fallback) {
        var before = fallback.previousElementSibling();
        if (before != null && before.hasAttr("data-src")) {
            fallback.remove();
        } else {
            fallback.unwrap();
        }
    }

    private static void replaceByTitle(Element picture) {
        var title = picture.selectFirst("title");
        if (title != null && !title.text().isBlank()) {
            picture.before(new TextNode(title.text()));
        }
        picture.remove();
    }

    private static void replaceByText(Element formula, String text) {
        formula.before(new TextNode(text));
        formula.remove();
    }

    // A parser drops one line end after <pre>. A page with two would lose one each time it is parsed.
    private static void removeLeadingLineEnds(Element pre) {
        if (pre.childNodeSize() > 0 && pre.childNode(0) instanceof TextNode text) {
            text.text(text.getWholeText().replaceAll("^[\\r\\n]+", ""));
        }
    }

    private static void keepAlignment(Element element) {
        var matcher = ALIGNMENT.matcher(element.attr("style").toLowerCase(Locale.ROOT));
        if (matcher.find()) {
            element.attr("style", "text-align: " + matcher.group(1));
        } else {
            element.removeAttr("style");
        }
    }

    private static void dropRepeatedIds(Element root) {
        var ids = new HashSet<String>();
        for (var element : root.select("[id]")) {
            if (element.id().isBlank() || !ids.add(element.id())) {
                element.removeAttr("id");
            }
        }
    }
}
