/** The whole pipeline through years of trouble, under simulated time and on a simulated disk, repeatable from a seed. */
@NullMarked
package org.feedside.simulation;

import org.jspecify.annotations.NullMarked;
