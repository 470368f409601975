package org.feedside.tools.doctor;

import java.net.URI;
import java.util.Map;

/** Fetches a URL for a simulated reader. */
interface Fetcher {
    /** Sends one GET request. Does not follow redirects. */
    FetchResult get(URI address, Map<String, String> fields) throws InterruptedException;
}
