package org.feedside.markup.shortcodes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.markup.shortcodes.Tag.Kind;

/** The tags of a text in order, and which of them belong together. */
final class Tags {
    private static final int NONE = -1;

    private final List<Tag> tags;
    private final int[] ends;
    private final BitSet isEnd = new BitSet();

    private Tags(List<Tag> tags) {
        this.tags = tags;
        this.ends = new int[tags.size()];
        Arrays.fill(ends, NONE);
    }

    /** Finds the tags outside of code, and in code the calls in comment marks, which Zola prints without the marks. */
    static Tags of(String text, BitSet code, boolean isHugo) {
        var tags = new Tags(new Finder(text, code, isHugo).find());
        tags.matchBodies();
        tags.matchStatements();
        return tags;
    }

    /** Scans a text once and skips everything between {@code raw} and its end. */
    private static final class Finder {
        private final String text;
        private final BitSet code;
        private final boolean isHugo;
        private final List<Tag> found = new ArrayList<>();
        private boolean rawMayEnd = true;

        private Finder(String text, BitSet code, boolean isHugo) {
            this.text = text;
            this.code = code;
            this.isHugo = isHugo;
        }

        private List<Tag> find() {
            var at = text.indexOf('{');
            while (at >= 0) {
                at = text.indexOf('{', after(at));
            }
            return found;
        }

        private int after(int at) {
            var tag = TagReader.at(text, at)
                    .or(() -> isHugo ? TagReader.unreadable(text, at) : Optional.empty())
                    .filter(candidate -> candidate.is(Kind.LITERAL) || !code.get(at));
            if (tag.isEmpty()) {
                return at + 1;
            }
            found.add(tag.get());
            return tag.get().isStatement("raw")
                    ? afterRaw(tag.get().end())
                    : tag.get().end();
        }

        private int afterRaw(int start) {
            for (var at = text.indexOf("{%", start); at >= 0 && rawMayEnd; at = text.indexOf("{%", at + 2)) {
                var end = TagReader.at(text, at).filter(tag -> tag.isStatement("endraw"));
                if (end.isPresent()) {
                    found.add(end.get());
                    return end.get().end();
                }
            }
            rawMayEnd = false;
            return start;
        }
    }

    private void matchBodies() {
        var open = new ArrayDeque<Integer>();
        var openNames = new HashMap<String, Integer>();
        for (int i = 0; i < tags.size(); i++) {
            var tag = tags.get(i);
            if (tag.is(Kind.OPEN) || tag.is(Kind.PERHAPS_OPEN)) {
                open.push(i);
                openNames.merge(tag.name(), 1, Integer::sum);
                openNames.merge(anyName(tag), 1, Integer::sum);
            } else if (tag.is(Kind.CLOSE) && openNames.getOrDefault(tag.name(), 0) > 0) {
                close(i, open, openNames);
            }
        }
    }

    /** In Zola up to 0.22 a plain {@code end} ends the body of any shortcode. */
    private static String anyName(Tag tag) {
        return tag.is(Kind.OPEN) ? "" : tag.name() + "?";
    }

    private void close(int end, Deque<Integer> open, Map<String, Integer> openNames) {
        var name = tags.get(end).name();
        while (true) {
            var start = open.pop();
            var tag = tags.get(start);
            openNames.merge(tag.name(), -1, Integer::sum);
            openNames.merge(anyName(tag), -1, Integer::sum);
            if (name.isEmpty() ? tag.is(Kind.OPEN) : tag.name().equals(name)) {
                match(start, end);
                return;
            }
        }
    }

    private void match(int start, int end) {
        ends[start] = end;
        isEnd.set(end);
    }

    /** Maps each {@code else} and {@code for} to the end of its part. */
    private void matchStatements() {
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < tags.size(); i++) {
            var tag = tags.get(i);
            if (tag.isStatement("if") || tag.isStatement("for")) {
                open.push(i);
            } else if ((tag.isStatement("elif") || tag.isStatement("else")) && !open.isEmpty()) {
                if (tags.get(open.peek()).isStatement("if")) {
                    open.pop();
                    open.push(i);
                }
            } else if ((tag.isStatement("endif") || tag.isStatement("endfor")) && !open.isEmpty()) {
                match(open.pop(), i);
            }
        }
    }

    int size() {
        return tags.size();
    }

    Tag get(int index) {
        return tags.get(index);
    }

    /** Returns the index of the tag that ends the body that this one starts. */
    Optional<Integer> end(int index) {
        return ends[index] == NONE ? Optional.empty() : Optional.of(ends[index]);
    }

    boolean isEnd(int index) {
        return isEnd.get(index);
    }
}
