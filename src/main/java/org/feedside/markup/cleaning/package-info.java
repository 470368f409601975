/** HTML made fit for feed readers: complete, safe, every URL absolute. */
@NullMarked
package org.feedside.markup.cleaning;

import org.jspecify.annotations.NullMarked;
