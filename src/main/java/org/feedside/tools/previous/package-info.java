/** Continues from what another machine has published. */
@NullMarked
package org.feedside.tools.previous;

import org.jspecify.annotations.NullMarked;
