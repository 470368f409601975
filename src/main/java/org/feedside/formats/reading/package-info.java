/** Reads the feeds that other generators published, and the links in the feeds that servers send. */
@NullMarked
package org.feedside.formats.reading;

import org.jspecify.annotations.NullMarked;
