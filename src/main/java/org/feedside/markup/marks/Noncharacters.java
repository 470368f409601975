package org.feedside.markup.marks;

/** The noncharacters that marks consist of. They must be removed from a page's own text first. */
public final class Noncharacters {
    /** Replaces a character that is removed later. */
    public static final char REMOVED = '\uFDEF';

    static final char PLACEHOLDER_START = '\uFDD0';
    static final char PLACEHOLDER_END = '\uFDD1';
    static final char SUMMARY = '\uFDD2';

    private Noncharacters() {}

    public static boolean contains(int codePoint) {
        return codePoint >= '\uFDD0' && codePoint <= '\uFDEF';
    }
}
