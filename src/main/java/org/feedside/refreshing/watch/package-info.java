/** Watches folders for changes: each event is a hint where to scan. */
@NullMarked
package org.feedside.refreshing.watch;

import org.jspecify.annotations.NullMarked;
