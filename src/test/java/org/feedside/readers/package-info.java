/** Simulated feed readers: each follows the HTTP and caching rules that its source code shows. */
@NullMarked
package org.feedside.readers;

import org.jspecify.annotations.NullMarked;
