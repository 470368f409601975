@NullMarked
package org.feedside.onpublish;

import org.jspecify.annotations.NullMarked;
