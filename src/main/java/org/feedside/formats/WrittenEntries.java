package org.feedside.formats;

import java.util.Optional;
import org.feedside.feeds.Entry;

/** The entries that were encoded in a format before, in any feed, so that their text can be copied. */
@FunctionalInterface
public interface WrittenEntries {
    WrittenEntries NONE = entry -> Optional.empty();

    /** Returns the text of an entry, from its start tag to its end tag; empty if it was not encoded before. */
    Optional<String> text(Entry entry);
}
