package org.feedside.publishing.state;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.content.LastGoodText;

/**
 * The state that must survive the end of the process.
 *
 * @param identity the site; empty before the first publication
 * @param posts the posts in any feed, by the path of their file below the content folder
 * @param goodTexts the last valid text of each file whose post is in a feed, and of each section, by path: it is used
 *     if the file is broken at the next start
 */
public record PublishedState(
        Optional<Identity> identity,
        Map<String, DocumentState> documents,
        Map<String, PostState> posts,
        Map<String, LastGoodText> goodTexts) {
    /** The state before the first publication. */
    public static final PublishedState NONE = new PublishedState(Optional.empty(), Map.of(), Map.of(), Map.of());

    public PublishedState {
        documents = Collections.unmodifiableMap(new TreeMap<>(documents));
        posts = Collections.unmodifiableMap(new TreeMap<>(posts));
        goodTexts = Collections.unmodifiableMap(new TreeMap<>(goodTexts));
    }
}
