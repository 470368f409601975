/** TOML tables whose values know their place. Reading a value as the wrong type adds a diagnostic. */
@NullMarked
package org.feedside.base.toml;

import org.jspecify.annotations.NullMarked;
