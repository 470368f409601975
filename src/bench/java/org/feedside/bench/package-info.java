/** Measures Feedside, and beside it what else a user could take, as whole processes on the same files. */
@NullMarked
package org.feedside.bench;

import org.jspecify.annotations.NullMarked;
