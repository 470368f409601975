package org.feedside.http.direct;

import org.feedside.http.FeedRequest;

/**
 * A complete GET request as nearly every reader and proxy sends it (RFC 9112): HTTP/1.1, exactly one Host field,
 * visible ASCII, no fields that describe a body, and no Connection field other than keep-alive. Jetty handles every
 * other request, well-formed or not.
 *
 * @param size the length of the request in bytes
 */
record PlainRequest(FeedRequest request, int size) {}
