/** Tells a WebSub hub of every feed that has changed, so that it can tell the readers (W3C WebSub, section 7). */
@NullMarked
package org.feedside.websub;

import org.jspecify.annotations.NullMarked;
