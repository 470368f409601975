/** The files of the content folder, read into pages and sections. */
@NullMarked
package org.feedside.content;

import org.jspecify.annotations.NullMarked;
