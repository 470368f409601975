@NullMarked
package org.feedside;

import org.jspecify.annotations.NullMarked;
