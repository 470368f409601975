package org.feedside.feeds;

import java.util.Optional;

/**
 * How a feed document relates to the complete history of its feed (RFC 5005). Other documents of the history are given
 * as the URL of their folder, with a trailing slash; their files have the same names.
 */
public sealed interface History {
    /** The document has the newest posts and does not link to older ones. */
    record Newest() implements History {}

    /** The document has all posts (section 2). */
    record Complete() implements History {}

    /** It has the newest posts; {@code previous} is the newest archive of the older ones (section 4). */
    record Current(String previous) implements History {}

    /** The document is an archive, which does not change, between an older and a newer one (section 4). */
    record Archive(Optional<String> previous, Optional<String> next, String current) implements History {}

    /** Returns the folder of the document with the next older posts. */
    default Optional<String> older() {
        if (this instanceof Current document) {
            return Optional.of(document.previous());
        }
        return this instanceof Archive document ? document.previous() : Optional.empty();
    }
}
