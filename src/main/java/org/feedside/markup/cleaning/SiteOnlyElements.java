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
        Selection.of(root, "a.zola-anchor, a.anchor, a[aria-hidden=true][href^=#]")
                .forEach(SiteOnlyElements::removeAnchor);
        Selection.of(root, "svg").forEach(SiteOnlyElements::replaceByTitle);
        Selection.of(root, "math").forEach(formula -> replaceByText(formula, MathText.of(formula)));
        Selection.of(root, "script[type^=math/tex]")
                .forEach(formula -> replaceByText(formula, formula.data().strip()));
        Selection.of(root, "#continue-reading, script, style, link, meta, base, title")
                .remove();
        Selection.of(root, "noscript").forEach(SiteOnlyElements::unwrapUnlessRepeated);
        Selection.of(root, "pre span").unwrap();
        Selection.of(root, "input:not([type=checkbox])").remove();
        Selection.of(root, "pre").forEach(SiteOnlyElements::removeLeadingLineEnds);
        Selection.of(root, "[style]").forEach(SiteOnlyElements::keepAlignment);
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
        for (var element : Selection.of(root, "[id]")) {
            if (element.id().isBlank() || !ids.add(element.id())) {
                element.removeAttr("id");
            }
        }
    }
}
