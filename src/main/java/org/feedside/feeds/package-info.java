/** Which feeds a site has and what is in them, whatever the format. */
@NullMarked
package org.feedside.feeds;

import org.jspecify.annotations.NullMarked;
