/** Documents with their validators, the snapshot that is served, and the folder that stores it. */
@NullMarked
package org.feedside.publishing;

import org.jspecify.annotations.NullMarked;
