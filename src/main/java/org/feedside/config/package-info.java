/** Reads Zola's configuration and {@code feedside.toml}. All defaults are defined here. */
@NullMarked
package org.feedside.config;

import org.jspecify.annotations.NullMarked;
