/** Files that nobody would write on purpose: mutations of good ones, made from a seed, and what must hold whatever they say. */
@NullMarked
package org.feedside.fuzzing;

import org.jspecify.annotations.NullMarked;
