package org.feedside.markup;

import java.util.Arrays;
import org.feedside.base.diagnostics.Place;

/** Maps characters of a page's Markdown to places in its file. */
final class SourcePositions {
    private final MarkdownBody body;
    private final boolean isAsWritten;

    /** Filled when first needed, as few pages have problems. */
    private int[] lineStarts = {};

    /**
     * @param isAsWritten whether the Markdown is that of the file; otherwise only its lines are
     */
    SourcePositions(MarkdownBody body, boolean isAsWritten) {
        this.body = body;
        this.isAsWritten = isAsWritten;
    }

    private static int[] lineStarts(String text) {
        var starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        for (int i = 0, line = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                starts[line] = i + 1;
            }
        }
        return starts;
    }

    Place place(int offset) {
        if (lineStarts.length == 0) {
            lineStarts = lineStarts(body.markdown());
        }
        var found = Arrays.binarySearch(lineStarts, offset);
        var line = found >= 0 ? found : -found - 2;
        return new Place(body.file(), body.firstLine() + line, isAsWritten ? offset - lineStarts[line] + 1 : 1);
    }
}
