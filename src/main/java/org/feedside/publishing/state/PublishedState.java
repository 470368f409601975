package org.feedside.publishing.state;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.content.LastGoodText;

/**
 * What must outlive the process.
 *
 * @param identity empty if nothing was ever published
 * @param documents by their path
 * @param posts what readers know of each post that some feed shows, by the path of its file below the content folder
 * @param goodTexts of the files whose posts some feed shows, and of sections, by their path: what is shown of a file that
 *     is found broken at the next start
 */
public record PublishedState(
        Optional<Identity> identity,
        Map<String, DocumentState> documents,
        Map<String, PostState> posts,
        Map<String, LastGoodText> goodTexts) {
    /** Nothing was ever published. */
    public static final PublishedState NONE = new PublishedState(Optional.empty(), Map.of(), Map.of(), Map.of());

    public PublishedState {
        documents = Collections.unmodifiableMap(new TreeMap<>(documents));
        posts = Collections.unmodifiableMap(new TreeMap<>(posts));
        goodTexts = Collections.unmodifiableMap(new TreeMap<>(goodTexts));
    }
}
