/** The feeds that a page names, as readers find them. */
@NullMarked
package org.feedside.markup.discovery;

import org.jspecify.annotations.NullMarked;
