/** What must outlive the process. */
@NullMarked
package org.feedside.publishing.state;

import org.jspecify.annotations.NullMarked;
