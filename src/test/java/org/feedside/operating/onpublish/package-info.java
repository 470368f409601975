@NullMarked
package org.feedside.operating.onpublish;

import org.jspecify.annotations.NullMarked;
