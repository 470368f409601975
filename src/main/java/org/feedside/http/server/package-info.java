/**
 * The server, with Javalin and Jetty. It responds to every request, by the rules of {@code http}; if the fast path is
 * on, to every request that is left.
 */
@NullMarked
package org.feedside.http.server;

import org.jspecify.annotations.NullMarked;
