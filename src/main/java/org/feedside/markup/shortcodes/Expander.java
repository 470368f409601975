package org.feedside.markup.shortcodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.markup.marks.Placeholder;
import org.feedside.markup.shortcodes.Tag.Kind;

/** Replaces the calls of one page. Nested bodies share the list of pieces. */
final class Expander {
    /** The maximum nesting depth of bodies. Deeper ones are printed as they are. */
    private static final int MAX_BODY_DEPTH = 8;

    private final Shortcodes shortcodes;
    private final ShortcodePage page;
    private final boolean isHugo;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean isLinked;

    /**
     * @param isHugo whether calls are Hugo's, of which none reaches readers, however it is written
     */
    Expander(Shortcodes shortcodes, ShortcodePage page, boolean isHugo) {
        this.shortcodes = shortcodes;
        this.page = page;
        this.isHugo = isHugo;
    }

    ExpandedMarkdown expand(String text) {
        var tags = Tags.of(text, page.code(text), isHugo);
        return new Range(text, tags).expand(0, text.length(), 0, tags.size(), 0);
    }

    /** Replaces a call without a body. */
    private String replace(Call call, int offset) {
        var reference = page.reference(call.name(), call.argument("0", "path").orElse(""), offset);
        if (reference.isPresent()) {
            var url = reference.get();
            return placeholder(new Piece(EscapedHtml.escape(url), url, call.source(), false));
        }
        return placeholder(
                shortcodes.hasPattern(call.name())
                        ? shortcodes.fromPattern(call, "")
                        : Fallbacks.of(call, markdown -> render(markdown, offset))
                                .orElseGet(() -> linkToPage(call, offset)));
    }

    private String placeholder(Piece piece) {
        page.limit().count(piece.html().length() + piece.url().length());
        pieces.add(piece);
        return Placeholder.of(pieces.size() - 1);
    }

    private Piece linkToPage(Call call, int offset) {
        var html = page.leavesOut(offset) || isLinked ? "" : EscapedHtml.link(page.permalink(), "See it on the page");
        isLinked = true;
        return new Piece(html, "", call.source(), html.isEmpty());
    }

    private String render(String markdown, int offset) {
        var map = new OffsetMap();
        map.add(0, offset);
        return page.html(markdown, new ExpandedMarkdown(markdown, map, pieces));
    }

    private final class Range {
        private final String text;
        private final Tags tags;

        private Range(String text, Tags tags) {
            this.text = text;
            this.tags = tags;
        }

        private ExpandedMarkdown expand(int from, int to, int firstTag, int lastTag, int depth) {
            var out = new StringBuilder();
            var offsets = new OffsetMap();
            var at = from;
            for (int i = firstTag; i < lastTag; i++) {
                var tag = tags.get(i);
                if (tag.start() < at) {
                    continue;
                }
                offsets.add(out.length(), at);
                out.append(text, at, tag.start());
                offsets.add(out.length(), tag.start());
                var end = tags.end(i);
                at = tag.end();
                if (end.isPresent() && (tag.is(Kind.OPEN) || tag.is(Kind.PERHAPS_OPEN))) {
                    var replaced = withBody(tag, i, end.get(), depth);
                    if (replaced.isPresent()) {
                        out.append(replaced.get());
                        at = tags.get(end.get()).end();
                    }
                } else if (end.isPresent() && hides(tag)) {
                    at = tags.get(end.get()).start();
                } else {
                    out.append(alone(tag, i));
                }
            }
            offsets.add(out.length(), at);
            out.append(text, at, to);
            return new ExpandedMarkdown(out.toString(), offsets, pieces);
        }

        // It is unknown which branch Zola takes, or what a loop iterates over.
        private boolean hides(Tag tag) {
            return tag.isStatement("for") || tag.isStatement("else") || tag.isStatement("elif");
        }

        private String alone(Tag tag, int index) {
            return switch (tag.kind()) {
                case INLINE, PERHAPS_OPEN -> replace(new Call(text, tag, Optional.empty()), tag.start());
                case LITERAL -> tag.literal();
                case OPEN -> {
                    page.warn(
                            tag.start(),
                            "this shortcode's body is not closed; write {%% end %%} after it (%s)"
                                    .formatted(tag.name()));
                    yield "";
                }
                case CLOSE -> {
                    if (!tags.isEnd(index)) {
                        page.warn(tag.start(), "this end does not close a shortcode's body; remove it");
                    }
                    yield "";
                }
                case STATEMENT, COMMENT -> "";
            };
        }

        /** Returns the replacement of a call with its body; empty if the body stays in place as Markdown. */
        private Optional<String> withBody(Tag tag, int start, int end, int depth) {
            if (depth >= MAX_BODY_DEPTH) {
                return Optional.empty();
            }
            var closing = tags.get(end);
            var call = new Call(text, tag, Optional.of(closing));
            if (shortcodes.hasPattern(call.name())) {
                return Optional.of(placeholder(shortcodes.fromPattern(call, body(tag, closing, start, end, depth))));
            }
            return Fallbacks.of(
                            call,
                            markdown -> call.hasBody(markdown)
                                    ? body(tag, closing, start, end, depth)
                                    : render(markdown, tag.start()))
                    .map(Expander.this::placeholder);
        }

        private String body(Tag opening, Tag closing, int start, int end, int depth) {
            var expanded = expand(opening.end(), closing.start(), start + 1, end, depth + 1)
                    .withoutIndent(indent(opening.start()));
            return page.html(expanded.markdown(), expanded);
        }

        /** Returns the number of spaces before a tag that starts its line, as in a list item. */
        private int indent(int tagStart) {
            var lineStart = text.lastIndexOf('\n', tagStart - 1) + 1;
            return text.substring(lineStart, tagStart).isBlank() ? tagStart - lineStart : 0;
        }
    }
}
