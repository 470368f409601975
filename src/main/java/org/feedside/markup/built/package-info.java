/** Finds a post's content in its built page. */
@NullMarked
package org.feedside.markup.built;

import org.jspecify.annotations.NullMarked;
