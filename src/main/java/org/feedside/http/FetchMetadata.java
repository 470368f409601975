package org.feedside.http;

import java.util.Optional;

/** Tells a person who follows a link from everybody else (Fetch Metadata Request Headers). */
final class FetchMetadata {
    /** The field by which answers differ, for caches. */
    static final String DIFFERS_BY = "Sec-Fetch-Dest";

    private FetchMetadata() {}

    /**
     * Whether a browser is about to show the answer in a tab of its own. Readers never say so, and no page can: browsers let
     * nobody else set these fields.
     */
    static boolean navigates(FeedRequest request) {
        return is(request.header(DIFFERS_BY), "document") && is(request.header("Sec-Fetch-Mode"), "navigate");
    }

    private static boolean is(Optional<String> field, String value) {
        return field.filter(value::equals).isPresent();
    }
}
