package org.feedside.markup.built;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.feedside.base.disk.Digest;
import org.feedside.markup.RenderedPage;
import org.feedside.markup.cleaning.ReaderHtml;
import org.feedside.markup.marks.HtmlLimit;
import org.feedside.markup.marks.SummaryMark;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
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
            + " .lnt, .ln, a.headerlink, a.header-anchor, a.heading-anchor, a.direct-link, a.anchorjs-link, a.hanchor";

    /** Elements with the date and the terms of a post. */
    private static final String ABOUT_POST =
            "time, [class*=date], [class*=meta], [class*=tags], a[rel=tag], a[href*=/tags/], a[href*=/categories/]";

    /** Elements that may only hold the content. Others, such as a quotation, can be the content. */
    private static final List<String> WRAPPERS = List.of("div", "section", "article", "main", "span");

    /** What only the generator renders at the end of a post: a tag of its template language or a custom element. */
    private static final Pattern UNKNOWN_END = Pattern.compile("}$|</[a-z]+-[a-z-]*>$");

    /** How many blocks at the edges of a post may be unknown. */
    private static final int MAX_SKIPPED = 3;

    /** A navigation or a picture may be before the title. */
    private static final int MAX_BEFORE_TITLE = 6;

    /** A summary that ends within a block stays that of the own rendering. */
    private static final String OPEN = "…\n";

    /** In letters and digits: enough to know where a text begins or ends. */
    private static final int EDGE = 40;

    /** A title may be repeated at the beginning of the text. */
    private static final int LONG_EDGE = 200;

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
        return page.select(selector).stream()
                .max(Comparator.comparingInt(this::common))
                .filter(element -> 2 * common(element) >= PageWords.size(ownWords))
                .map(element -> {
                    element.select(SITE_ONLY).remove();
                    // The others tell people to switch on scripts.
                    element.select("noscript:not(:has(img))").remove();
                    var part = inner(element);
                    trim(part, title, markdown.strip());
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

    /** Removes what is before the post's first block and after its last one. */
    private void trim(Element part, String title, String markdown) {
        part.childNodes().stream()
                .filter(node -> node instanceof TextNode text && text.isBlank())
                .toList()
                .forEach(Node::remove);
        var blocks = List.copyOf(part.childNodes());
        var texts = blocks.stream().map(ContentPage::words).toList();
        var own = ownBody.children().stream()
                .map(ContentPage::words)
                .filter(text -> !text.isEmpty())
                .toList();
        var afterTitle = afterTitle(texts, title);
        var found = first(blocks, texts, own);
        var first = found.orElse(afterTitle);
        // A tag of a template language may begin the post.
        while (markdown.startsWith("{") && first > afterTitle && !isAboutPost(blocks.get(first - 1))) {
            first--;
        }
        var last = UNKNOWN_END.matcher(markdown).find()
                ? blocks.size() - 1
                : last(blocks, texts, own).orElse(blocks.size() - 1);
        for (int i = 0; i < blocks.size(); i++) {
            if (i < first || i > last) {
                blocks.get(i).remove();
            }
        }
    }

    private static String words(Node node) {
        return PageWords.joined(PageWords.text(node));
    }

    /** Returns the index of the block after the title, if that is the first heading. */
    private int afterTitle(List<String> texts, String title) {
        var heading = PageWords.joined(title);
        return heading.isEmpty() || words(ownBody).startsWith(heading)
                ? 0
                : texts.subList(0, Math.min(MAX_BEFORE_TITLE, texts.size())).indexOf(heading) + 1;
    }

    /**
     * Returns the index of the post's first block. If its own first block is not on the page, as when only the generator can
     * render it, the next ones count. Pictures before it belong to the post if its own rendering begins with one.
     */
    private Optional<Integer> first(List<Node> blocks, List<String> texts, List<String> own) {
        for (int skipped = 0; skipped < Math.min(MAX_SKIPPED, own.size()); skipped++) {
            var text = String.join("", own.subList(skipped, own.size()));
            for (var edge : List.of(head(text, LONG_EDGE), head(text, EDGE), own.get(skipped))) {
                for (int i = 0; i < texts.size(); i++) {
                    if (!texts.get(i).isEmpty()
                            && String.join("", texts.subList(i, texts.size())).startsWith(edge)) {
                        var first = i;
                        while (first > 0
                                && !isAboutPost(blocks.get(first - 1))
                                && (i - first < skipped
                                        || (isWordless(0)
                                                && (texts.get(first - 1).isEmpty()
                                                        || isPicture(blocks.get(first - 1)))))) {
                            first--;
                        }
                        return Optional.of(first);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the index of the post's last block, as above. Some generators put footnotes last. */
    private Optional<Integer> last(List<Node> blocks, List<String> texts, List<String> own) {
        var all = String.join("", own);
        var note = IntStream.range(0, texts.size())
                .filter(i -> texts.get(i).length() >= EDGE && all.contains(head(texts.get(i), EDGE)))
                .max();
        for (int skipped = 0; skipped < Math.min(MAX_SKIPPED, own.size()); skipped++) {
            var end = own.size() - skipped;
            for (var edge : List.of(tail(String.join("", own.subList(0, end))), own.get(end - 1))) {
                for (int i = texts.size() - 1; i >= 0; i--) {
                    if (!texts.get(i).isEmpty()
                            && String.join("", texts.subList(0, i + 1)).endsWith(edge)) {
                        var last = i;
                        while (last + 1 < texts.size()
                                && !isAboutPost(blocks.get(last + 1))
                                && (last - i < skipped
                                        || (isWordless(ownBody.childrenSize() - 1)
                                                && (texts.get(last + 1).isEmpty()
                                                        || isPicture(blocks.get(last + 1)))))) {
                            last++;
                        }
                        return Optional.of(Math.max(last, note.orElse(0)));
                    }
                }
            }
        }
        return note.isPresent() ? Optional.of(note.getAsInt()) : Optional.empty();
    }

    /** Whether a block says when a post was written, and about what. */
    private static boolean isAboutPost(Node block) {
        return block instanceof Element element && element.selectFirst(ABOUT_POST) != null;
    }

    private static String head(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - EDGE));
    }

    /** Whether a block of the own rendering has no words, as a picture. */
    private boolean isWordless(int block) {
        return block >= 0
                && block < ownBody.childrenSize()
                && words(ownBody.child(block)).isEmpty();
    }

    private static boolean isPicture(Node block) {
        return block instanceof Element element
                && element.selectFirst("img, picture, svg, video, audio, object") != null;
    }

    /** Puts the summary mark after the block with which the summary of the own rendering ends. */
    private void mark(Element part) {
        own.summary().filter(summary -> !summary.contains(OPEN)).ifPresent(summary -> {
            var edge = tail(words(Jsoup.parseBodyFragment(summary).body()));
            part.childNodes().stream()
                    .filter(block -> !edge.isEmpty() && words(block).endsWith(edge))
                    .findFirst()
                    .ifPresent(block -> block.after(new Comment(SummaryMark.COMMENT)));
        });
    }
}
