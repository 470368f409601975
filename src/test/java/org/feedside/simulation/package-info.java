/** Runs the whole pipeline with faults, in simulated time and on a simulated disk, reproducible from a seed. */
@NullMarked
package org.feedside.simulation;

import org.jspecify.annotations.NullMarked;
