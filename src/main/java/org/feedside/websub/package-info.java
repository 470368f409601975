/** A WebSub publisher: pings the hub after each change of a feed, so that it notifies subscribers (section 7). */
@NullMarked
package org.feedside.websub;

import org.jspecify.annotations.NullMarked;
