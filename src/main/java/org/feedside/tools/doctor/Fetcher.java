package org.feedside.tools.doctor;

import java.net.URI;
import java.util.Map;

/** What stands between a reader and a feed. */
interface Fetcher {
    /** Sends one GET and follows nothing. */
    FetchResult get(URI address, Map<String, String> fields) throws InterruptedException;
}
