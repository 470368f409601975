/** Encodes feeds, one class for each format. */
@NullMarked
package org.feedside.formats;

import org.jspecify.annotations.NullMarked;
