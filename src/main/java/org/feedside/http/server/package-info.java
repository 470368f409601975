/**
 * The server, with Javalin and Jetty. It responds to all requests by the rules of {@code http}; with the fast path,
 * only to those that are not answered there.
 */
@NullMarked
package org.feedside.http.server;

import org.jspecify.annotations.NullMarked;
