/** Requests to other servers: bodies of bounded size, and the reasons of failures. */
@NullMarked
package org.feedside.http.client;

import org.jspecify.annotations.NullMarked;
