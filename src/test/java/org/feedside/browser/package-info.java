/** Tests of the pages in a real browser. */
@NullMarked
package org.feedside.browser;

import org.jspecify.annotations.NullMarked;
