package org.feedside.publishing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the byte ranges of the entries of a well-formed feed by its tags. An XML parser reports positions in decoded
 * and normalised characters, which are no byte offsets. In UTF-8 the byte of {@code <} is never part of another
 * character.
 */
final class EntryScanner {
    private final Bytes document;
    private final byte[] bytes;
    private final List<String> openElements = new ArrayList<>();
    private final List<EntryRange> entries = new ArrayList<>();
    private Optional<EntryRange> complete = Optional.empty();
    private int rangeStart = -1;
    private boolean isFeed;

    EntryScanner(Bytes document) {
        this.document = document;
        this.bytes = document.toArray();
    }

    /** Returns the index; empty if this is no feed, or has markup that Feedside does not write. */
    Optional<EntryIndex> index() {
        if (!startsWith("<", 0)) {
            // JSON, whose strings may contain markup.
            return Optional.empty();
        }
        var at = 0;
        while (at >= 0 && at < bytes.length) {
            var next = step(at);
            if (next < 0) {
                return Optional.empty();
            }
            at = nextTag(next);
        }
        return isFeed && openElements.isEmpty() ? Optional.of(new EntryIndex(entries, complete)) : Optional.empty();
    }

    /** Returns the position after the markup that begins at {@code at}; negative if it has no end. */
    private int step(int at) {
        if (startsWith("<!--", at)) {
            return after("-->", at + 4);
        }
        if (startsWith("<![CDATA[", at)) {
            return after("]]>", at + 9);
        }
        if (startsWith("<?", at)) {
            return after("?>", at + 2);
        }
        if (startsWith("<!", at)) {
            // A document type may declare entities; Feedside writes none.
            return -1;
        }
        return startsWith("</", at) ? endTag(at) : startTag(at);
    }

    private int startTag(int at) {
        var end = tagEnd(at);
        if (end < 0) {
            return -1;
        }
        openElements.add(name(at + 1));
        isFeed |= isOpen("feed") || isOpen("rss", "channel");
        if (isEntry() || isCompleteMarker()) {
            rangeStart = at;
        }
        return bytes[end - 2] == '/' ? close(end) : end;
    }

    private int endTag(int at) {
        var end = after(">", at);
        return end < 0 || openElements.isEmpty() ? -1 : close(end);
    }

    private int close(int end) {
        if (isEntry()) {
            entries.add(range(end));
        } else if (isCompleteMarker()) {
            complete = Optional.of(range(end));
        }
        openElements.remove(openElements.size() - 1);
        return end;
    }

    private EntryRange range(int end) {
        // 64 bits are enough to distinguish the entries of one feed.
        return new EntryRange(rangeStart, end, document.digest(rangeStart, end).substring(0, 16));
    }

    private boolean isEntry() {
        return isOpen("feed", "entry") || isOpen("rss", "channel", "item");
    }

    /** Whether {@code fh:complete} is open, with the prefix that Feedside writes. */
    private boolean isCompleteMarker() {
        return isOpen("feed", "fh:complete") || isOpen("rss", "channel", "fh:complete");
    }

    private boolean isOpen(String... names) {
        return openElements.size() == names.length && openElements.equals(List.of(names));
    }

    private String name(int start) {
        var end = start;
        while (" \t\r\n/>".indexOf(bytes[end]) < 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Returns the position after the tag. A {@code >} in an attribute's value does not end it. */
    private int tagEnd(int at) {
        var quote = 0;
        for (var i = at; i < bytes.length; i++) {
            var next = bytes[i];
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '"' || next == '\'') {
                quote = next;
            } else if (next == '>') {
                return i + 1;
            }
        }
        return -1;
    }

    private int nextTag(int from) {
        for (var i = from; i < bytes.length; i++) {
            if (bytes[i] == '<') {
                return i;
            }
        }
        return -1;
    }

    private int after(String end, int from) {
        for (var i = from; i < bytes.length; i++) {
            if (startsWith(end, i)) {
                return i + end.length();
            }
        }
        return -1;
    }

    private boolean startsWith(String ascii, int at) {
        for (var i = 0; i < ascii.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
