package org.feedside.publishing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the entries of a well-formed feed by its markup alone. A parser would say where an entry is in characters that it
 * has decoded and normalised; here only bytes count. In UTF-8 a byte that looks like {@code <} always is one.
 */
final class EntryScanner {
    private final Bytes document;
    private final byte[] bytes;
    private final List<String> open = new ArrayList<>();
    private final List<EntryRange> entries = new ArrayList<>();
    private Optional<EntryRange> complete = Optional.empty();
    private int partStart = -1;
    private boolean isFeed;

    EntryScanner(Bytes document) {
        this.document = document;
        this.bytes = document.toArray();
    }

    /** Nothing if this is no feed, or not one that we would write. */
    Optional<EntryIndex> index() {
        if (!startsWith("<", 0)) {
            // JSON, of which the texts can hold what looks like a feed.
            return Optional.empty();
        }
        var at = 0;
        while (at >= 0 && at < bytes.length) {
            var next = step(at);
            if (next < 0) {
                return Optional.empty();
            }
            at = markup(next);
        }
        return isFeed && open.isEmpty() ? Optional.of(new EntryIndex(entries, complete)) : Optional.empty();
    }

    /** The position after the markup that begins here. */
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
            // A document type could hold anything; ours have none.
            return -1;
        }
        return startsWith("</", at) ? endTag(at) : startTag(at);
    }

    private int startTag(int at) {
        var end = tagEnd(at);
        if (end < 0) {
            return -1;
        }
        open.add(name(at + 1));
        isFeed |= isOpen("feed") || isOpen("rss", "channel");
        if (isEntry() || isMark()) {
            partStart = at;
        }
        return bytes[end - 2] == '/' ? close(end) : end;
    }

    private int endTag(int at) {
        var end = after(">", at);
        return end < 0 || open.isEmpty() ? -1 : close(end);
    }

    private int close(int end) {
        if (isEntry()) {
            entries.add(part(end));
        } else if (isMark()) {
            complete = Optional.of(part(end));
        }
        open.remove(open.size() - 1);
        return end;
    }

    private EntryRange part(int end) {
        // 64 bits tell the few entries of one feed apart.
        return new EntryRange(partStart, end, document.digest(partStart, end).substring(0, 16));
    }

    private boolean isEntry() {
        return isOpen("feed", "entry") || isOpen("rss", "channel", "item");
    }

    /** What says that there are no other entries, with the prefix that we write. */
    private boolean isMark() {
        return isOpen("feed", "fh:complete") || isOpen("rss", "channel", "fh:complete");
    }

    private boolean isOpen(String... names) {
        return open.size() == names.length && open.equals(List.of(names));
    }

    private String name(int start) {
        var end = start;
        while (" \t\r\n/>".indexOf(bytes[end]) < 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** The position after the tag; a {@code >} in an attribute's value does not end it. */
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

    private int markup(int from) {
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
