/** Marks that pass through a Markdown parser unharmed: noncharacters of Unicode, which no text holds. */
@NullMarked
package org.feedside.markup.marks;

import org.jspecify.annotations.NullMarked;
