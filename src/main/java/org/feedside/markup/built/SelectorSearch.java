package org.feedside.markup.built;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.markup.RenderedPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Searches the selector of the elements whose words fit the posts' own renderings best. */
public final class SelectorSearch {
    /** An element with a smaller part of the post's words does not contain the post. */
    private static final double MIN_COMMON = 0.5;

    /** In characters. */
    private static final int EXAMPLE = 80;

    private final Map<String, Double> sums = new TreeMap<>();
    private int pages;
    private Optional<Page> first = Optional.empty();

    private record Page(String file, Element body) {}

    /**
     * The best selector.
     *
     * @param fit how well the elements fit, from 0 to 1
     * @param example one of the pages
     * @param text the beginning of its element
     */
    public record Result(String selector, double fit, String example, String text) {}

    /** Adds the page of a post. */
    public void add(String file, String html, RenderedPage own) {
        var words = PageWords.counts(
                PageWords.text(Jsoup.parseBodyFragment(own.content()).body()));
        if (words.isEmpty()) {
            return;
        }
        pages++;
        Map<String, Double> fits = new HashMap<>();
        var body = Jsoup.parse(html).body();
        add(body, words, fits);
        first = first.or(() -> Optional.of(new Page(file, body)));
        fits.forEach((selector, fit) -> sums.merge(selector, fit, Double::sum));
    }

    private static void add(Element element, Map<String, Integer> own, Map<String, Double> fits) {
        var words = PageWords.counts(PageWords.text(element));
        var common = PageWords.common(own, words);
        var size = PageWords.size(own);
        if (common < MIN_COMMON * size) {
            return;
        }
        var fit = 2.0 * common / (size + PageWords.size(words));
        selectors(element).forEach(selector -> fits.merge(selector, fit, Math::max));
        element.children().forEach(child -> add(child, own, fits));
    }

    private static Stream<String> selectors(Element element) {
        var named = Stream.concat(
                Stream.of(element.id()).filter(SelectorSearch::isName).map(id -> "#" + id),
                element.classNames().stream().filter(SelectorSearch::isName).map(name -> "." + name));
        var property = Stream.of(element.attr("itemprop"))
                .filter(SelectorSearch::isName)
                .map("[itemprop=%s]"::formatted);
        var tag = element.normalName();
        return Stream.concat(
                Stream.concat(named.map(tag::concat), property),
                Stream.of(tag).filter(name -> name.equals("article") || name.equals("main") || name.equals("body")));
    }

    /** Whether a name needs no escape in a selector. */
    private static boolean isName(String text) {
        return text.matches("[A-Za-z][\\w-]*");
    }

    /** Returns the selector that fits best; empty if none fits half of the pages. */
    public Optional<Result> best() {
        return sums.entrySet().stream()
                .map(sum -> result(sum.getKey(), sum.getValue() / pages))
                .filter(result -> result.fit() >= MIN_COMMON)
                .max(Comparator.comparingDouble((Result result) -> Math.round(result.fit() * 1000))
                        .thenComparing(result -> -result.selector().length()));
    }

    private Result result(String selector, double fit) {
        var example = first.orElseThrow();
        var text = Optional.ofNullable(example.body().selectFirst(selector))
                .map(Element::text)
                .orElse("");
        return new Result(selector, fit, example.file(), text.substring(0, Math.min(EXAMPLE, text.length())));
    }
}
