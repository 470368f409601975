/** Imports old feeds, so that posts keep the ids and dates that readers know when a site moves. */
@NullMarked
package org.feedside.tools.imports;

import org.jspecify.annotations.NullMarked;
