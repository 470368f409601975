/** What must outlive the process. */
@NullMarked
package org.feedside.state;

import org.jspecify.annotations.NullMarked;
