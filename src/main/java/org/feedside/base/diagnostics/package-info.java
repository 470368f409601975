/** Problems in files: the message and its place. */
@NullMarked
package org.feedside.base.diagnostics;

import org.jspecify.annotations.NullMarked;
