package org.feedside.markup.cleaning;

import java.util.Optional;
import org.feedside.markup.marks.HtmlLimit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;

/**
 * The HTML of a page for feed readers (publishing.md, section 2.5): well-formed, without scripts or forms, every URL
 * absolute.
 *
 * @param summary the part before the summary mark; empty if there is no mark or nothing before it
 */
public record ReaderHtml(String content, Optional<String> summary) {
    /** Ends the loop for HTML that changes each time it is parsed. */
    private static final int MAX_ROUNDS = 5;

    private static final Cleaner CLEANER = new Cleaner(AllowList.list());

    /** Cleans HTML. Relative URLs are resolved against the permalink. */
    public static ReaderHtml of(String html, String permalink, HtmlLimit limit) {
        var page = parse(html);
        var summary = SummaryHtml.of(page.clone()).map(part -> clean(part, permalink, limit));
        return new ReaderHtml(clean(page, permalink, limit), summary.filter(part -> !part.isBlank()));
    }

    private static String clean(Document page, String permalink, HtmlLimit limit) {
        var body = page.body();
        var addresses = new UrlAttributes(permalink, limit.unused());
        HiddenElements.remove(body);
        Embeds.replace(body, addresses);
        SiteOnlyElements.remove(body);
        addresses.resolve(body);
        var clean = CLEANER.clean(page);
        keepXmlText(clean.body());
        return stable(write(clean, limit), limit);
    }

    private static Document parse(String html) {
        return plain(Jsoup.parseBodyFragment(html));
    }

    private static Document plain(Document document) {
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private static String write(Document document, HtmlLimit limit) {
        return plain(document).body().html(limit.text()).toString();
    }

    // Unwrapping an element can put others where a parser would not leave them; parsing again repairs that.
    private static String stable(String html, HtmlLimit limit) {
        var current = html;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            var next = write(parse(current), limit);
            if (next.equals(current)) {
                return current;
            }
            current = next;
        }
        return current;
    }

    private static void keepXmlText(Element root) {
        root.forEachNode(node -> {
            if (node instanceof TextNode text) {
                var allowed = XmlText.of(text.getWholeText());
                if (!allowed.equals(text.getWholeText())) {
                    text.text(allowed);
                }
            } else if (node instanceof Element element) {
                element.attributes().forEach(ReaderHtml::keepXmlText);
            }
        });
    }

    private static void keepXmlText(Attribute attribute) {
        var allowed = XmlText.of(attribute.getValue());
        if (!allowed.equals(attribute.getValue())) {
            attribute.setValue(allowed);
        }
    }
}
