/** Whether the pages of the built site lead readers to its feeds. */
@NullMarked
package org.feedside.tools.check;

import org.jspecify.annotations.NullMarked;
