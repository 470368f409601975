/** Serves what another Feedside publishes: on a server, or as files in a folder or in object storage. */
@NullMarked
package org.feedside.following;

import org.jspecify.annotations.NullMarked;
