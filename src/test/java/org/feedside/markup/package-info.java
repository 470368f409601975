@NullMarked
package org.feedside.markup;

import org.jspecify.annotations.NullMarked;
