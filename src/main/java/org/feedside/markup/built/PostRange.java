package org.feedside.markup.built;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds where a post begins and ends among the blocks of an element, by the words of the post's own rendering. */
final class PostRange {
    /** Elements with the date and the terms of a post. */
    private static final String ABOUT_POST =
            "time, [class*=date], [class*=meta], [class*=tags], a[rel=tag], a[href*=/tags/], a[href*=/categories/]";

    /** Elements that a generator puts after a post. */
    private static final String AFTER_POST = "footer, aside, nav, [rel=prev], [rel=next],"
            + " [class~=(?i)\\b(?:prev|previous|next|pager|pagination|reward|comments?|disqus)\\b]";

    /**
     * What only the generator renders at the end of a post: a tag of its template language, which is code if its line is
     * indented, or a custom element.
     */
    private static final Pattern UNKNOWN_END =
            Pattern.compile("(?:^|\\n)(?! {4}|\\t)[^\\n]*(?:}}|%})$|</[a-z]+-[a-z-]*>$");

    /** The footnotes, which some generators put last. */
    private static final String FOOTNOTES = ".footnotes, [role=doc-endnotes]";

    /** How many blocks at the edges of a post may be unknown. */
    private static final int MAX_SKIPPED = 3;

    /** A navigation or a picture may be before the title. */
    private static final int MAX_BEFORE_TITLE = 6;

    /** In letters and digits: enough to know where a text begins or ends. */
    private static final int EDGE = 40;

    /** A title may be repeated at the beginning of the text. */
    private static final int LONG_EDGE = 200;

    /** The words of the blocks of the own rendering. */
    private final List<String> own;

    private final List<String> texts;
    private final String title;
    private final String markdown;

    /**
     * @param own the post's own rendering
     */
    PostRange(Element own, String title, String markdown) {
        this.own = own.childNodes().stream()
                .filter(node -> node instanceof Element || node instanceof TextNode)
                .filter(node -> !(node instanceof TextNode text && text.isBlank()))
                .map(PageWords::joined)
                .toList();
        this.texts = this.own.stream().filter(text -> !text.isEmpty()).toList();
        this.title = PageWords.joined(title);
        this.markdown = markdown;
    }

    /** A part of the element, with its words. */
    private record Block(Node node, String words) {
        Block reversed() {
            return new Block(node, PostRange.reversed(words));
        }

        /** Whether it says when a post was written, and about what. */
        boolean isAboutPost() {
            return node instanceof Element element && element.selectFirst(ABOUT_POST) != null;
        }

        /** Whether it may be what the own rendering has as an element without words. */
        boolean isWordless() {
            return words.isEmpty()
                    || (node instanceof Element element
                            && element.selectFirst("img, picture, video, audio, object, iframe") != null);
        }

        /** Whether it is what sites put after a post, such as links to other posts. */
        boolean isAfterPost() {
            return isAboutPost() || (node instanceof Element element && element.selectFirst(AFTER_POST) != null);
        }
    }

    /** Removes what is before the post's first block and after its last one. */
    void trim(Element part) {
        part.childNodes().stream()
                .filter(node -> node instanceof TextNode text && text.isBlank())
                .toList()
                .forEach(Node::remove);
        var blocks = part.childNodes().stream()
                .map(node -> new Block(node, PageWords.joined(node)))
                .toList();
        var afterTitle = afterTitle(blocks);
        var first = first(blocks, texts, isWordless(true)).orElse(afterTitle);
        var last = last(blocks);
        // A tag of a template language may begin or end the post, and become any block.
        while (markdown.startsWith("{")
                && first > afterTitle
                && !blocks.get(first - 1).isAboutPost()) {
            first--;
        }
        var isUnknown = UNKNOWN_END.matcher(markdown).find();
        while (isUnknown && last + 1 < blocks.size() && !blocks.get(last + 1).isAfterPost()) {
            last++;
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (i < first || i > last) {
                blocks.get(i).node().remove();
            }
        }
    }

    /** Returns the index of the block after the title, if that is the first heading. */
    private int afterTitle(List<Block> blocks) {
        return title.isEmpty() || String.join("", texts).startsWith(title)
                ? 0
                : blocks.stream()
                                .limit(MAX_BEFORE_TITLE)
                                .map(Block::words)
                                .toList()
                                .indexOf(title)
                        + 1;
    }

    /**
     * Returns the index of the post's first block. If its own first block is not on the page, as when only the generator can
     * render it, the next ones count.
     *
     * @param isWordless whether the own rendering begins without words, as with a picture: then blocks before the first words
     *     belong to the post if they have none or a picture
     */
    private static Optional<Integer> first(List<Block> blocks, List<String> texts, boolean isWordless) {
        for (int skipped = 0; skipped < Math.min(MAX_SKIPPED, texts.size()); skipped++) {
            var text = String.join("", texts.subList(skipped, texts.size()));
            for (var edge : List.of(head(text, LONG_EDGE), head(text, EDGE), texts.get(skipped))) {
                for (int i = 0; i < blocks.size(); i++) {
                    if (begin(blocks.subList(i, blocks.size()), edge)) {
                        var first = i;
                        while (first > 0
                                && !blocks.get(first - 1).isAboutPost()
                                && (i - first < skipped
                                        || (isWordless && blocks.get(first - 1).isWordless()))) {
                            first--;
                        }
                        return Optional.of(first);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether blocks begin with a text, the first of them with a part of it. */
    private static boolean begin(List<Block> blocks, String edge) {
        var text = new StringBuilder(blocks.get(0).words());
        for (int i = 1; text.length() > 0 && text.length() < edge.length() && i < blocks.size(); i++) {
            text.append(blocks.get(i).words());
        }
        return text.length() > 0 && text.toString().startsWith(edge);
    }

    /** Returns the index of the post's last block, as above. Some generators put footnotes last. */
    private int last(List<Block> blocks) {
        var all = String.join("", texts);
        var note = IntStream.range(0, blocks.size())
                .filter(i -> (blocks.get(i).words().length() >= EDGE
                                && all.contains(head(blocks.get(i).words(), EDGE)))
                        || (blocks.get(i).node() instanceof Element element && element.is(FOOTNOTES)))
                .max();
        var fromEnd = first(
                reversed(blocks.stream().map(Block::reversed).toList()),
                reversed(texts.stream().map(PostRange::reversed).toList()),
                isWordless(false));
        return fromEnd.isEmpty()
                ? note.orElse(blocks.size() - 1)
                : Math.max(blocks.size() - 1 - fromEnd.get(), note.orElse(0));
    }

    /** Whether the own rendering begins, or ends, without words, as with a picture. */
    private boolean isWordless(boolean atStart) {
        return !own.isEmpty() && own.get(atStart ? 0 : own.size() - 1).isEmpty();
    }

    private static String head(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static <T> List<T> reversed(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
