/** Feeds as readers get them from outside: they are fetched as six known readers do it, and what came is judged. */
@NullMarked
package org.feedside.tools.doctor;

import org.jspecify.annotations.NullMarked;
