package org.feedside.markup.marks;

/** The code points that marks are made of. A page's own text must be freed of them first. */
public final class Noncharacters {
    static final char PLACEHOLDER_START = '\uFDD0';
    static final char PLACEHOLDER_END = '\uFDD1';
    static final char SUMMARY = '\uFDD2';

    private Noncharacters() {}

    public static boolean contains(int codePoint) {
        return codePoint >= '\uFDD0' && codePoint <= '\uFDEF';
    }
}
