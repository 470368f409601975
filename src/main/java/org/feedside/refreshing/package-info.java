/** Keeps what is published in step with the posts. */
@NullMarked
package org.feedside.refreshing;

import org.jspecify.annotations.NullMarked;
