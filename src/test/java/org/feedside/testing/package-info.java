/** What tests of all packages share: tables of cases, sites in memory, a hub, and a checker of feeds. */
@org.jspecify.annotations.NullMarked
package org.feedside.testing;
