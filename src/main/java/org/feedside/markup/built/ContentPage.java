package org.feedside.markup.built;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.disk.Digest;
import org.feedside.markup.RenderedPage;
import org.feedside.markup.cleaning.ReaderHtml;
import org.feedside.markup.marks.HtmlLimit;
import org.feedside.markup.marks.SummaryMark;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * A built page, in which the element that the selector finds contains a post. The post's own rendering shows where the
 * post begins and ends: a title, dates, tags and links to share it often surround it in the same element.
 */
public final class ContentPage {
    /** Elements that belong to the page and not to the post. */
    private static final String SITE_ONLY = "nav, form, button, script, style, template, .sr-only, .visually-hidden,"
            + " [class*=share], [class*=copy-], [class*=related], td.gutter, td.rouge-gutter, .lineno, .linenos, .line-numbers-rows,"
            + " .lnt, .ln, pre [style*=user-select], a.headerlink, a.header-anchor, a.heading-anchor, a.direct-link, a.anchorjs-link, a.hanchor";

    /** Elements that may only hold the content. Others, such as a quotation, can be the content. */
    private static final List<String> WRAPPERS = List.of("div", "section", "article", "main", "span");

    /** A summary that ends within a block stays that of the own rendering. */
    private static final String OPEN = "…\n";

    /** In letters and digits: enough to know where a summary ends. */
    private static final int EDGE = 40;

    private final Document page;
    private final RenderedPage own;
    private final Element ownBody;
    private final Map<String, Integer> ownWords;

    /**
     * @param own the post's own rendering
     */
    public ContentPage(String html, RenderedPage own) {
        this.page = Jsoup.parse(html);
        this.own = own;
        this.ownBody = Jsoup.parseBodyFragment(own.content()).body();
        this.ownWords = PageWords.counts(PageWords.text(ownBody));
    }

    /** Returns whether a text is a CSS selector. */
    public static boolean isSelector(String text) {
        try {
            QueryParser.parse(text);
            return true;
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Returns the content of the page; empty if the element is missing or has less than half of the post's words.
     *
     * @param earlier the texts that the post had before
     * @param markdown the post's text, which may begin or end with what only the generator renders
     */
    public Optional<PageContent> content(
            String selector, String title, String markdown, List<String> earlier, String permalink, HtmlLimit limit) {
        var all = PageWords.text(page);
        if (ownWords.isEmpty()) {
            // Nothing shows where a picture or nothing at all begins and ends.
            return Optional.of(new PageContent(own, Digest.of(new byte[0]), 0, hasWords(all, title), true));
        }
        return page.select(selector).stream()
                .max(Comparator.comparingInt(this::common))
                .filter(element -> 2 * common(element) >= PageWords.size(ownWords))
                .map(element -> {
                    element.select(SITE_ONLY).remove();
                    // The others tell people to switch on scripts.
                    element.select("noscript:not(:has(img))").remove();
                    var part = inner(element);
                    new PostRange(ownBody, title, markdown.strip()).trim(part);
                    mark(part);
                    var words = PageWords.counts(PageWords.text(part));
                    var fit = distance(words, PageWords.counts(markdown));
                    var fitsBest = earlier.stream().allMatch(text -> fit <= distance(words, PageWords.counts(text)));
                    return content(part, hasWords(all, title), fitsBest, permalink, limit);
                });
    }

    private static int distance(Map<String, Integer> words, Map<String, Integer> others) {
        return PageWords.size(words) + PageWords.size(others) - 2 * PageWords.common(words, others);
    }

    private PageContent content(Element part, boolean hasTitle, boolean fitsBest, String permalink, HtmlLimit limit) {
        var text = PageWords.text(part);
        var words = PageWords.counts(text);
        var clean = ReaderHtml.of(part.html(), permalink, limit);
        return new PageContent(
                new RenderedPage(clean.content(), clean.summary().or(own::summary), own.problems()),
                Digest.of(PageWords.joined(text).getBytes(StandardCharsets.UTF_8)),
                distance(ownWords, words),
                hasTitle,
                fitsBest);
    }

    private static boolean hasWords(String text, String title) {
        var words = PageWords.counts(title);
        return PageWords.common(words, PageWords.counts(text)) == PageWords.size(words);
    }

    private int common(Element element) {
        return PageWords.common(ownWords, PageWords.counts(PageWords.text(element)));
    }

    /** Returns the innermost wrapper that has all words of the post that the element has. */
    private Element inner(Element element) {
        var all = common(element);
        return element.children().stream()
                .filter(child -> all > 0 && WRAPPERS.contains(child.normalName()) && common(child) == all)
                .filter(child -> ownBody.childrenSize() > 1
                        || ownBody.select("> " + child.normalName()).isEmpty())
                .findFirst()
                .map(this::inner)
                .orElse(element);
    }

    /** Puts the summary mark after the block with which the summary of the own rendering ends. */
    private void mark(Element part) {
        own.summary().filter(summary -> !summary.contains(OPEN)).ifPresent(summary -> {
            var words = PageWords.joined(Jsoup.parseBodyFragment(summary).body());
            var edge = words.substring(Math.max(0, words.length() - EDGE));
            part.childNodes().stream()
                    .filter(block -> !edge.isEmpty() && PageWords.joined(block).endsWith(edge))
                    .findFirst()
                    .ifPresent(block -> block.after(new Comment(SummaryMark.COMMENT)));
        });
    }
}
