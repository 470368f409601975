package org.feedside.base.diagnostics;

import org.feedside.base.text.PrintableText;

/** A position in a file. Lines and columns start at 1; columns count UTF-16 code units, as editors do. */
public record Place(String file, int line, int column) {
    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("%d:%d is not a position in %s".formatted(line, column, file));
        }
    }

    /** The start of a file, for a problem of the entire file. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public String toString() {
        return PrintableText.name(file) + ":" + line + ":" + column;
    }
}
