package org.feedside.publishing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the byte ranges of the entries of a well-formed feed by its tags. An XML parser reports positions in decoded
 * and normalised characters, which are no byte offsets. In UTF-8 the byte of {@code <} is never part of another
 * character.
 */
final class EntryScanner {
    /** Complete markup: in the attributes of a start tag, a {@code >} in quotes does not end it. */
    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|</[^>]*>"
                    + "|<([^\\s/>!?][^\\s/>]*)(?:[^>\"']++|\"[^\"]*\"|'[^']*')*+>",
            Pattern.DOTALL);

    private final Bytes document;

    /** The document in ISO 8859-1, in which the offset of a character is that of its byte. */
    private final String text;

    private final List<String> openElements = new ArrayList<>();
    private final List<EntryRange> entries = new ArrayList<>();
    private Optional<EntryRange> complete = Optional.empty();
    private int rangeStart = -1;
    private boolean isFeed;

    EntryScanner(Bytes document) {
        this.document = document;
        this.text = new String(document.toArray(), StandardCharsets.ISO_8859_1);
    }

    /** Returns the index; empty if this is no feed, or has markup that Feedside does not write. */
    Optional<EntryIndex> index() {
        if (!text.startsWith("<")) {
            // JSON, whose strings may contain markup.
            return Optional.empty();
        }
        var markup = MARKUP.matcher(text);
        for (var at = 0; at >= 0; at = text.indexOf('<', markup.end())) {
            // A document type, which may declare entities, does not match: Feedside writes none.
            if (!markup.region(at, text.length()).lookingAt() || !isPlausible(markup)) {
                return Optional.empty();
            }
        }
        return isFeed && openElements.isEmpty() ? Optional.of(new EntryIndex(entries, complete)) : Optional.empty();
    }

    /** Opens and closes elements. Returns false if there is no element to close. */
    private boolean isPlausible(MatchResult markup) {
        var name = Optional.ofNullable(markup.group(1));
        name.ifPresent(element -> open(element, markup.start()));
        var isEnd = name.isPresent() ? text.charAt(markup.end() - 2) == '/' : text.startsWith("</", markup.start());
        if (isEnd && !openElements.isEmpty()) {
            close(markup.end());
            return true;
        }
        return !isEnd;
    }

    private void open(String name, int start) {
        openElements.add(name);
        isFeed |= isOpen("feed") || isOpen("rss", "channel");
        if (isEntry() || isCompleteMarker()) {
            rangeStart = start;
        }
    }

    private void close(int end) {
        if (isEntry()) {
            entries.add(range(end));
        } else if (isCompleteMarker()) {
            complete = Optional.of(range(end));
        }
        openElements.remove(openElements.size() - 1);
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
}
