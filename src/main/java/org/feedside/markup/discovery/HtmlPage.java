package org.feedside.markup.discovery;

import java.util.List;
import java.util.Locale;
import org.feedside.base.diagnostics.Place;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/**
 * An HTML file, as far as autodiscovery needs it.
 *
 * @param links its alternate links
 * @param head where its head starts
 * @param isDocument whether it is a complete page, not a fragment or a verification file of a search engine
 * @param isRedirect whether it only redirects to another page
 * @param isHidden whether it asks search engines not to index it
 */
public record HtmlPage(List<PlacedLink> links, Place head, boolean isDocument, boolean isRedirect, boolean isHidden) {
    public HtmlPage {
        links = List.copyOf(links);
    }

    /** A link with its place. */
    public record PlacedLink(AlternateLink link, String written, Place place) {}

    /**
     * Reads a page.
     *
     * @param file its name for diagnostics
     * @param address the URL at which it is published
     */
    public static HtmlPage read(String file, String html, String address) {
        var page = Parser.htmlParser().setTrackPosition(true).parseInput(html, address);
        var links = page.select("link[rel][href]").stream()
                .filter(AlternateLink::isAlternate)
                .map(link ->
                        new PlacedLink(AlternateLink.of(link), link.attr("href").strip(), place(file, link)))
                .toList();
        return new HtmlPage(
                links,
                isWritten(page.head()) ? place(file, page.head()) : Place.startOf(file),
                isDocument(page),
                page.select("meta[http-equiv]").stream()
                        .anyMatch(meta -> meta.attr("http-equiv").strip().equalsIgnoreCase("refresh")),
                page.select("meta[name][content]").stream().anyMatch(HtmlPage::hides));
    }

    private static boolean isDocument(Document page) {
        return page.getAllElements().stream()
                .filter(element -> element.nameIs("html") || element.nameIs("head") || element.nameIs("title"))
                .anyMatch(HtmlPage::isWritten);
    }

    private static boolean hides(Element meta) {
        var words = List.of(meta.attr("content").toLowerCase(Locale.ROOT).split("[\\s,]+"));
        return meta.attr("name").strip().equalsIgnoreCase("robots")
                && (words.contains("noindex") || words.contains("none"));
    }

    /** Returns whether the element is written in the file and not implied by the parser. */
    private static boolean isWritten(Node node) {
        var range = node.sourceRange();
        return range.isTracked() && !range.isImplicit();
    }

    private static Place place(String file, Node node) {
        var start = node.sourceRange().start();
        return new Place(file, start.lineNumber(), start.columnNumber());
    }
}
