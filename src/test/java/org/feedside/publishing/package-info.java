@NullMarked
package org.feedside.publishing;

import org.jspecify.annotations.NullMarked;
