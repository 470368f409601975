/** Keyed values with their places: typed reads note a diagnostic instead of throwing. */
@NullMarked
package org.feedside.base.toml;

import org.jspecify.annotations.NullMarked;
