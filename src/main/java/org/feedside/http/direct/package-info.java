/**
 * The fast path: most readers send a plain GET, and for these a prepared response is sent on the thread that reads the
 * sockets, before Jetty parses the request. It sends 1.4 times as many 304s, and 1.25 times as many feeds with gzip, as a
 * handler of Jetty behind it could. Javalin, which makes each response again on another thread, takes about six times the
 * CPU time.
 *
 * <p>It responds only to complete GET requests in their most common form (see {@link
 * org.feedside.http.direct.PlainRequestReader.PlainRequest}), and only with prepared responses. It must never
 *
 * <ul>
 *   <li>make a response of its own: {@code http.server} sends the same bytes to the same request;
 *   <li>accept or reject what is malformed or ambiguous: Jetty gets all other bytes unchanged;
 *   <li>block, or wait for a slow client;
 *   <li>respond while the server is shutting down.
 * </ul>
 *
 * <p>The system property {@code -Dfeedside.http.direct=false} turns it off.
 */
@NullMarked
package org.feedside.http.direct;

import org.jspecify.annotations.NullMarked;
