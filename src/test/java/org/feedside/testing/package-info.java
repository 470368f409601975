/** Shared test support: tables of cases, sites in memory, a hub, and a feed validator. */
@org.jspecify.annotations.NullMarked
package org.feedside.testing;
