package org.feedside.markup.dialect;

import org.commonmark.node.CustomBlock;

/** One {@code : definition}. */
final class Definition extends CustomBlock {
    private boolean loose;

    /** Whether a blank line stands before it or between its blocks. */
    boolean isLoose() {
        return loose;
    }

    void makeLoose() {
        loose = true;
    }
}
