@NullMarked
package org.feedside.operating;

import org.jspecify.annotations.NullMarked;
