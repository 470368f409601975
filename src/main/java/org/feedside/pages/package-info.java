/** HTML pages about the feeds, rendered from records by templates that the build compiles. */
@NullMarked
package org.feedside.pages;

import org.jspecify.annotations.NullMarked;
