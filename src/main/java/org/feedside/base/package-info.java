/** Utilities that every package may use: text, diagnostics, files, TOML, slugs, retries. */
@NullMarked
package org.feedside.base;

import org.jspecify.annotations.NullMarked;
