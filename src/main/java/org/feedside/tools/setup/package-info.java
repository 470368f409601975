/** What stands beside the service: the file of its settings, and what other programs must be told of it. */
@NullMarked
package org.feedside.tools.setup;

import org.jspecify.annotations.NullMarked;
