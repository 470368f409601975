package org.feedside.markup.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a page names as itself in another form: {@code <link rel="alternate">} of HTML.
 *
 * @param type the media type in small letters, without its parameters
 * @param href the whole address; as it is written, if it cannot be made one
 */
public record AlternateLink(Optional<String> type, Optional<String> title, String href) {
    private static final Set<String> FEEDS =
            Set.of("application/atom+xml", "application/rss+xml", "application/feed+json");

    /** All that a page names, in its order, repeated ones too; the page's address counts unless it has a {@code <base>}. */
    public static List<AlternateLink> in(String html, String address) {
        return Jsoup.parse(html, address).select("link[rel][href]").stream()
                .filter(AlternateLink::isAlternate)
                .map(AlternateLink::of)
                .toList();
    }

    /** Whether readers take it for a feed. */
    public boolean isFeed() {
        return type.filter(FEEDS::contains).isPresent();
    }

    /** With {@code stylesheet} beside it, the word means another look of the same page. */
    static boolean isAlternate(Element link) {
        var words = List.of(link.attr("rel").strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return words.contains("alternate") && !words.contains("stylesheet");
    }

    static AlternateLink of(Element link) {
        var whole = link.absUrl("href");
        return new AlternateLink(
                text(link.attr("type").split(";", 2)[0].toLowerCase(Locale.ROOT)),
                text(link.attr("title")),
                whole.isEmpty() ? link.attr("href").strip() : whole);
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }
}
