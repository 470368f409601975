/** Renders Markdown in Zola's dialect to HTML that every feed reader shows well. */
@NullMarked
package org.feedside.markup;

import org.jspecify.annotations.NullMarked;
