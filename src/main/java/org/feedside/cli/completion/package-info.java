/** The scripts by which shells complete the command line, made from the commands themselves. */
@NullMarked
package org.feedside.cli.completion;

import org.jspecify.annotations.NullMarked;
