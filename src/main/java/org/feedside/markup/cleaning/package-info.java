/** Cleans HTML for feed readers: well-formed, safe, every URL absolute. */
@NullMarked
package org.feedside.markup.cleaning;

import org.jspecify.annotations.NullMarked;
