package org.feedside.markup.shortcodes;

import java.util.List;
import org.feedside.markup.marks.HtmlLimit;
import org.feedside.markup.marks.Placeholder;

/** Markdown in which placeholders represent calls of shortcodes. */
public final class ExpandedMarkdown {
    private final String markdown;
    private final OffsetMap offsets;
    private final List<Piece> pieces;

    ExpandedMarkdown(String markdown, OffsetMap offsets, List<Piece> pieces) {
        this.markdown = markdown;
        this.offsets = offsets;
        this.pieces = pieces;
    }

    public static ExpandedMarkdown of(String markdown) {
        return new ExpandedMarkdown(markdown, new OffsetMap(), List.of());
    }

    public String markdown() {
        return markdown;
    }

    /** Returns the offset in the page's text of a character of this Markdown. */
    public int original(int offset) {
        return offsets.original(offset);
    }

    /** Returns a copy with up to this many spaces removed from the start of each line. */
    ExpandedMarkdown withoutIndent(int spaces) {
        if (spaces == 0) {
            return this;
        }
        var text = new StringBuilder();
        var map = new OffsetMap();
        for (var start = 0; start < markdown.length(); ) {
            var lineEnd = markdown.indexOf('\n', start);
            var next = lineEnd < 0 ? markdown.length() : lineEnd + 1;
            var content = start;
            while (content < next && content - start < spaces && markdown.charAt(content) == ' ') {
                content++;
            }
            map.add(text.length(), offsets.original(content));
            text.append(markdown, content, next);
            start = next;
        }
        return new ExpandedMarkdown(text.toString(), map, pieces);
    }

    /** Replaces the placeholders in the HTML that was rendered from this Markdown. */
    public String fill(String html, HtmlLimit limit) {
        if (!Placeholder.isIn(html)) {
            return html;
        }
        var filled = limit.text();
        var matcher = Placeholder.matcher(html);
        var inTag = false;
        var done = 0;
        while (matcher.find()) {
            inTag = inTag(html, done, matcher.start(), inTag);
            var piece = pieces.get(Integer.parseInt(matcher.group(1)));
            filled.append(html, done, matcher.start()).append(inTag ? EscapedHtml.escape(piece.url()) : piece.html());
            done = matcher.end();
        }
        return filled.append(html, done, html.length()).toString();
    }

    private static boolean inTag(String html, int from, int to, boolean before) {
        var inTag = before;
        for (int i = from; i < to; i++) {
            if (html.charAt(i) == '>') {
                inTag = false;
            } else if (html.charAt(i) == '<' && i + 1 < to && Character.isLetter(html.charAt(i + 1))) {
                inTag = true;
            }
        }
        return inTag;
    }

    /** Replaces the placeholders in a URL. */
    public String address(String text) {
        return Placeholder.replace(text, number -> pieces.get(number).url());
    }

    /** Replaces the placeholders in code by the source of their calls. */
    public String code(String text) {
        return Placeholder.replace(text, number -> pieces.get(number).source());
    }

    /** Returns whether a paragraph that consists of one placeholder represents a block. */
    public boolean isBlock(String paragraph) {
        var matcher = Placeholder.matcher(paragraph);
        return matcher.find() && pieces.get(Integer.parseInt(matcher.group(1))).block();
    }
}
