/** The HTTP server for feed readers: requests to responses, from the published snapshot. */
@NullMarked
package org.feedside.http;

import org.jspecify.annotations.NullMarked;
