/** What the operator sees of a running service: its state, who polls, and metrics, at an address of their own. */
@NullMarked
package org.feedside.operating;

import org.jspecify.annotations.NullMarked;
