/** Examines public feeds: fetches them as six well-known readers do and reports problems. */
@NullMarked
package org.feedside.tools.doctor;

import org.jspecify.annotations.NullMarked;
