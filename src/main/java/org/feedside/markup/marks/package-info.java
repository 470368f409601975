/** Marks that pass through a Markdown parser unchanged: noncharacters of Unicode, which occur in no text. */
@NullMarked
package org.feedside.markup.marks;

import org.jspecify.annotations.NullMarked;
