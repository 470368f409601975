package org.feedside.base.diagnostics;

import org.feedside.base.text.PrintableText;

/** Where a problem is. Lines and columns count from 1, columns in UTF-16 units, as editors do. */
public record Place(String file, int line, int column) {
    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("%d:%d is not a place in %s".formatted(line, column, file));
        }
    }

    /** The start of a file, for problems of the file as a whole. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public String toString() {
        return PrintableText.name(file) + ":" + line + ":" + column;
    }
}
