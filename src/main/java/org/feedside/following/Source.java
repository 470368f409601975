package org.feedside.following;

import java.io.IOException;
import java.util.Optional;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.state.DocumentState;

/** Where a publication is read from. Thread-safe. Failures have their reason in plain words. */
public interface Source {
    /**
     * A manifest.
     *
     * @param tag changes when the manifest changes; empty if the source has no such tags
     */
    record Found(Bytes manifest, Optional<String> tag) {}

    /**
     * Returns the manifest; empty if it still has this tag.
     *
     * @param tag of the manifest that is known; empty for none
     */
    Optional<Found> manifest(Optional<String> tag) throws IOException;

    /** Returns what the source has now at the path of a document. It may be another version than the one in the manifest. */
    Bytes document(DocumentState document) throws IOException;

    /**
     * Returns a document that the publisher makes on demand; unavailable if the source is none that makes documents.
     *
     * @param baseUrl the base_url of the site
     * @param query the raw query string without the question mark; empty if there is none
     */
    default Lookup<Document> onDemand(String baseUrl, String path, String query) {
        return new Lookup.Unavailable<>();
    }
}
