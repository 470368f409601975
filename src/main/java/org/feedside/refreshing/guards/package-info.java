/** Holds back publications that would remove most posts at once or show readers old posts as new. */
@NullMarked
package org.feedside.refreshing.guards;

import org.jspecify.annotations.NullMarked;
