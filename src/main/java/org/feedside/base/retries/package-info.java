/** Work that is tried again after failures. */
@NullMarked
package org.feedside.base.retries;

import org.jspecify.annotations.NullMarked;
