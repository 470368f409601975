/** The files of the built site: which pages the generator has written. */
@NullMarked
package org.feedside.built;

import org.jspecify.annotations.NullMarked;
