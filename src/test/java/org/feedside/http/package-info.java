@NullMarked
package org.feedside.http;

import org.jspecify.annotations.NullMarked;
