/**
 * TOML tables whose values know their place in the file. Reading a value as the wrong type adds a diagnostic instead of
 * throwing an exception.
 */
@NullMarked
package org.feedside.base.toml;

import org.jspecify.annotations.NullMarked;
