/** Reads feeds that were published before, and the links of feeds that a server sends. */
@NullMarked
package org.feedside.formats.reading;

import org.jspecify.annotations.NullMarked;
