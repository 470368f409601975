/** What every stage needs and no stage owns: text, diagnostics, files, TOML, slugs. */
@NullMarked
package org.feedside.base;

import org.jspecify.annotations.NullMarked;
