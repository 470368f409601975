/** Checks a site: its posts, and whether the built pages lead readers to the feeds. */
@NullMarked
package org.feedside.tools.check;

import org.jspecify.annotations.NullMarked;
