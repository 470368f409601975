/** The command line, with one class for each command. */
@NullMarked
package org.feedside.cli;

import org.jspecify.annotations.NullMarked;
