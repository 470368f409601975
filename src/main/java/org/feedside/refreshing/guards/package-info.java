/** Holds back a publication that would take most posts away or show readers old posts as new. */
@NullMarked
package org.feedside.refreshing.guards;

import org.jspecify.annotations.NullMarked;
