package org.feedside.markup.marks;

/** The code points that marks are made of. A page's own text must be freed of them first. */
public final class Noncharacters {
    /** Stands for a character that is left out. */
    public static final char HOLE = '\uFDEF';

    static final char PLACEHOLDER_START = '\uFDD0';
    static final char PLACEHOLDER_END = '\uFDD1';
    static final char SUMMARY = '\uFDD2';

    private Noncharacters() {}

    public static boolean contains(int codePoint) {
        return codePoint >= '\uFDD0' && codePoint <= '\uFDEF';
    }
}
