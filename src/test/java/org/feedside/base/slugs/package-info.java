@NullMarked
package org.feedside.base.slugs;

import org.jspecify.annotations.NullMarked;
