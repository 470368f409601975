/** TOML tables whose values know their place in the file. A typed read of a wrong type adds a diagnostic and does not throw. */
@NullMarked
package org.feedside.base.toml;

import org.jspecify.annotations.NullMarked;
