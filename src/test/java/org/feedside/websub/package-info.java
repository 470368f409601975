@NullMarked
package org.feedside.websub;

import org.jspecify.annotations.NullMarked;
