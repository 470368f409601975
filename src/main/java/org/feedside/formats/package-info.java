/** The bytes of a feed, one class a format. */
@NullMarked
package org.feedside.formats;

import org.jspecify.annotations.NullMarked;
