/** Builds the site at an instant from its pages: posts with permalinks, in their order, by section and term. */
@NullMarked
package org.feedside.site;

import org.jspecify.annotations.NullMarked;
