/** Sets up a site: writes {@code feedside.toml} and the configuration of other programs. */
@NullMarked
package org.feedside.tools.setup;

import org.jspecify.annotations.NullMarked;
