/** Measures Feedside and its alternatives, Hugo and nginx, as whole processes on the same files. */
@NullMarked
package org.feedside.bench;

import org.jspecify.annotations.NullMarked;
