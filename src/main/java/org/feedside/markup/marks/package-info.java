/** Marks that pass through a Markdown parser: Unicode noncharacters, which do not occur in normal text. */
@NullMarked
package org.feedside.markup.marks;

import org.jspecify.annotations.NullMarked;
