/** When to try again after a failure. */
@NullMarked
package org.feedside.base.retries;

import org.jspecify.annotations.NullMarked;
