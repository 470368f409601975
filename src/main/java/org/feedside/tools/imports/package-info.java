/** What readers know a site's posts by, and how they keep it when the site moves. */
@NullMarked
package org.feedside.tools.imports;

import org.jspecify.annotations.NullMarked;
