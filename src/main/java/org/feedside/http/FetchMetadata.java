package org.feedside.http;

import java.util.Optional;

/** Recognises page navigation in a browser (W3C Fetch Metadata Request Headers). */
final class FetchMetadata {
    /** The request header field on which responses depend, for Vary. */
    static final String FIELD_NAME = "Sec-Fetch-Dest";

    private FetchMetadata() {}

    /**
     * Whether a browser is about to show the response as a page of its own. Feed readers do not send these fields, and
     * scripts cannot set them: browsers forbid that.
     */
    static boolean navigates(FeedRequest request) {
        return is(request.header(FIELD_NAME), "document") && is(request.header("Sec-Fetch-Mode"), "navigate");
    }

    private static boolean is(Optional<String> field, String value) {
        return field.filter(value::equals).isPresent();
    }
}
