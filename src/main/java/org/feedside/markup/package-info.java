/** Markdown in Zola's dialect, made into HTML that every reader shows well. */
@NullMarked
package org.feedside.markup;

import org.jspecify.annotations.NullMarked;
