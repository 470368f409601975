package org.feedside.http;

import java.util.Optional;

/** Recognises page navigation in a browser (W3C Fetch Metadata Request Headers). */
final class FetchMetadata {
    /**
     * The field for Vary. Readers do not send it, so caches keep one copy for all of them. The other fields are not in Vary:
     * they only decide that a request gets the feed, which is right for any request, and the redirect is never stored.
     */
    static final String FIELD_NAME = "Sec-Fetch-Dest";

    private FetchMetadata() {}

    /**
     * Whether a browser is about to show the response as a page of its own. Scripts cannot set the first two fields: browsers
     * forbid that. Readers that imitate a browser send both, but name feeds first in Accept. All browsers name HTML first.
     */
    static boolean navigates(FeedRequest request) {
        return is(request.header(FIELD_NAME), "document")
                && is(request.header("Sec-Fetch-Mode"), "navigate")
                && request.header("Accept")
                        .filter(accept -> accept.startsWith("text/html"))
                        .isPresent();
    }

    private static boolean is(Optional<String> field, String value) {
        return field.filter(value::equals).isPresent();
    }
}
