/** Watches folders for changes: each event is a hint where to look. */
@NullMarked
package org.feedside.refreshing.watch;

import org.jspecify.annotations.NullMarked;
