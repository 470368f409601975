/** Watches folders for changes. An event only indicates where to scan. */
@NullMarked
package org.feedside.refreshing.watch;

import org.jspecify.annotations.NullMarked;
