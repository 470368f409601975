/** Zola's Markdown, as extensions of commonmark-java. */
@NullMarked
package org.feedside.markup.dialect;

import org.jspecify.annotations.NullMarked;
