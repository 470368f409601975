package org.feedside.markup.dialect;

import org.commonmark.node.CustomBlock;

/** A {@code : definition}. */
final class Definition extends CustomBlock {
    private boolean loose;

    /** Returns whether there is a blank line before it or between its blocks. */
    boolean isLoose() {
        return loose;
    }

    void makeLoose() {
        loose = true;
    }
}
