/** Fuzz tests: mutations of valid files, derived from a seed, and the properties that must hold for all of them. */
@NullMarked
package org.feedside.fuzzing;

import org.jspecify.annotations.NullMarked;
