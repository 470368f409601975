@NullMarked
package org.feedside.pinging;

import org.jspecify.annotations.NullMarked;
