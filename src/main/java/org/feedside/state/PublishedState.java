package org.feedside.state;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What must outlive the process.
 *
 * @param identity empty if nothing was ever published
 * @param documents by their path
 * @param goodTexts the last good text of each file that is broken now, by its path
 */
public record PublishedState(
        Optional<Identity> identity, Map<String, DocumentState> documents, Map<String, String> goodTexts) {
    /** Nothing was ever published. */
    public static final PublishedState NONE = new PublishedState(Optional.empty(), Map.of(), Map.of());

    public PublishedState {
        documents = Collections.unmodifiableMap(new TreeMap<>(documents));
        goodTexts = Collections.unmodifiableMap(new TreeMap<>(goodTexts));
    }
}
