/** What Zola's configuration and ours say; the defaults stand here. */
@NullMarked
package org.feedside.config;

import org.jspecify.annotations.NullMarked;
