/** The site as of an instant: permalinks, terms, sections, order. */
@NullMarked
package org.feedside.site;

import org.jspecify.annotations.NullMarked;
