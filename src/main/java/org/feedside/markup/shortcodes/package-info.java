/** Shortcodes and Tera in a page's Markdown: what a reader gets in their place. */
@NullMarked
package org.feedside.markup.shortcodes;

import org.jspecify.annotations.NullMarked;
