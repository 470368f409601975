package org.feedside.formats;

import java.util.Optional;
import org.feedside.feeds.Entry;

/** Entries that were written in a format before, whatever feed they were in: they need not be written anew. */
@FunctionalInterface
public interface WrittenEntries {
    WrittenEntries NONE = entry -> Optional.empty();

    /** The text of an entry, from its start tag to its end tag, if it was written before. */
    Optional<String> text(Entry entry);
}
