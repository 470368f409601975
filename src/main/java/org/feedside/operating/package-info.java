/** The status, polls and metrics of the running service, shown to the operator on a separate port. */
@NullMarked
package org.feedside.operating;

import org.jspecify.annotations.NullMarked;
