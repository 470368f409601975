/**
 * A WebSub publisher: pings the hub after each change of a feed, so that it can notify subscribers (W3C WebSub, section
 * 7).
 */
@NullMarked
package org.feedside.websub;

import org.jspecify.annotations.NullMarked;
