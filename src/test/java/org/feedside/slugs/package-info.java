@NullMarked
package org.feedside.slugs;

import org.jspecify.annotations.NullMarked;
