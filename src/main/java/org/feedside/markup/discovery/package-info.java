/** Feed autodiscovery: the feeds that an HTML page links to. */
@NullMarked
package org.feedside.markup.discovery;

import org.jspecify.annotations.NullMarked;
