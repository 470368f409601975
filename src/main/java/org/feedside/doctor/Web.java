package org.feedside.doctor;

import java.net.URI;
import java.util.Map;

/** What stands between a reader and a feed. */
interface Web {
    /** Sends one GET and follows nothing. */
    Answer get(URI address, Map<String, String> fields) throws InterruptedException;
}
