/** What people see, in a real browser. */
@NullMarked
package org.feedside.browser;

import org.jspecify.annotations.NullMarked;
