package org.feedside.markup.built;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a built page says about itself.
 *
 * @param urls its canonical link and its {@code og:url}
 * @param titles its titles and main headings, as words without anything between them
 * @param days its dates of publication, as in 2026-11-29
 */
public record PageFacts(Set<String> urls, Set<String> titles, Set<String> days) {
    private static final int DAY = "2026-11-29".length();

    public static PageFacts of(String html) {
        var page = Jsoup.parse(html);
        return new PageFacts(
                Stream.concat(
                                attributes(page, "link[rel=canonical][href]", "href"),
                                attributes(page, "meta[property=og:url][content]", "content"))
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.concat(
                                attributes(page, "meta[property=og:title][content]", "content"),
                                page.select("title, h1").stream().map(Element::text))
                        .map(PageFacts::title)
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.concat(
                                attributes(page, "time[datetime]", "datetime"),
                                attributes(page, "meta[property=article:published_time][content]", "content"))
                        .filter(date -> date.length() >= DAY)
                        .map(date -> date.substring(0, DAY))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns the colour of the browser's frame around a page, for a light colour scheme (HTML, section 4.2.5.1). */
    public static Optional<String> themeColour(String html) {
        return attributes(Jsoup.parse(html), "meta[name=theme-color]:not([media*=dark])", "content")
                .findFirst();
    }

    /** Returns a title in the form of {@link #titles}. */
    public static String title(String text) {
        return PageWords.joined(text);
    }

    /** Returns whether the page contains a text, apart from markup and typography. */
    public static boolean hasText(String html, String text) {
        return PageWords.joined(PageWords.text(Jsoup.parse(html)))
                .contains(PageWords.joined(PageWords.text(Jsoup.parseBodyFragment(text))));
    }

    private static Stream<String> attributes(Document page, String selector, String name) {
        return page.select(selector).stream().map(element -> element.attr(name).strip());
    }
}
