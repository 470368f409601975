package org.feedside.markup.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * An alternate link of an HTML page: {@code <link rel="alternate">}.
 *
 * @param type the media type in lower case, without parameters
 * @param href the absolute URL, or the attribute's value if it cannot be made absolute
 */
public record AlternateLink(Optional<String> type, Optional<String> title, String href) {
    /**
     * Returns all alternate links of a page in document order, including repeated ones. Relative URLs are resolved
     * against {@code <base>}, or else against the page's address.
     */
    public static List<AlternateLink> in(String html, String address) {
        return Jsoup.parse(html, address).select("link[rel][href]").stream()
                .filter(AlternateLink::isAlternate)
                .map(AlternateLink::of)
                .toList();
    }

    /** Together with {@code stylesheet}, the keyword means an alternate style sheet. */
    static boolean isAlternate(Element link) {
        var words = List.of(link.attr("rel").strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return words.contains("alternate") && !words.contains("stylesheet");
    }

    static AlternateLink of(Element link) {
        var absolute = link.absUrl("href");
        return new AlternateLink(
                text(link.attr("type").split(";", 2)[0].toLowerCase(Locale.ROOT)),
                text(link.attr("title")),
                absolute.isEmpty() ? link.attr("href").strip() : absolute);
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }
}
