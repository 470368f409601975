/** What is wrong, where, and what to do about it. */
@NullMarked
package org.feedside.base.diagnostics;

import org.jspecify.annotations.NullMarked;
