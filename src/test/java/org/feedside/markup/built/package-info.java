@NullMarked
package org.feedside.markup.built;

import org.jspecify.annotations.NullMarked;
