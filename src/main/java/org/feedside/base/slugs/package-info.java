/** Slugs of paths, terms and anchors, as Zola makes them. */
@NullMarked
package org.feedside.base.slugs;

import org.jspecify.annotations.NullMarked;
