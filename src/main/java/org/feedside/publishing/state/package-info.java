/** Stores the state that must survive the end of the process. */
@NullMarked
package org.feedside.publishing.state;

import org.jspecify.annotations.NullMarked;
