/** The status, polls and metrics of the running service, for the operator, at an address of their own. */
@NullMarked
package org.feedside.operating;

import org.jspecify.annotations.NullMarked;
