/** Replaces shortcodes and Tera in a page's Markdown. */
@NullMarked
package org.feedside.markup.shortcodes;

import org.jspecify.annotations.NullMarked;
