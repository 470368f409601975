package org.feedside.markup.marks;

import org.feedside.base.diagnostics.LimitException;

/**
 * Limits the HTML of a page while it is written: a short text can become very long, for example through a table whose
 * rows lack cells, or a link definition that is used often.
 */
public final class HtmlLimit {
    /** In characters: 37 times the longest of 1,200 real posts. */
    private static final int MAX_OF_SHORT_PAGE = 2_000_000;

    /** Each character of the text allows more: markup, addresses and escapes make long texts grow in proportion. */
    private static final int MAX_GROWTH = 4;

    private final long max;
    private long used;

    private HtmlLimit(long max) {
        this.max = max;
    }

    public static HtmlLimit of(String markdown) {
        return new HtmlLimit(MAX_OF_SHORT_PAGE + (long) MAX_GROWTH * markdown.length());
    }

    public HtmlLimit unused() {
        return new HtmlLimit(max);
    }

    /** Counts some characters; throws {@link LimitException} if there are too many now. */
    public void count(int characters) {
        used += characters;
        if (used > max) {
            throw new LimitException(
                    "the post becomes more than %d characters of HTML: shorten it; tables with many empty cells and links to long addresses make it grow"
                            .formatted(max));
        }
    }

    /** Returns a text that may have as many characters as the limit. */
    public Text text() {
        return new Text(unused());
    }

    public static final class Text implements Appendable {
        private final StringBuilder text = new StringBuilder();
        private final HtmlLimit limit;

        private Text(HtmlLimit limit) {
            this.limit = limit;
        }

        @Override
        public Text append(CharSequence part) {
            limit.count(part.length());
            text.append(part);
            return this;
        }

        @Override
        public Text append(CharSequence part, int start, int end) {
            limit.count(end - start);
            text.append(part, start, end);
            return this;
        }

        @Override
        public Text append(char c) {
            limit.count(1);
            text.append(c);
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
