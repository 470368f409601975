/** Reads the files of the content folder into pages and sections. */
@NullMarked
package org.feedside.content;

import org.jspecify.annotations.NullMarked;
