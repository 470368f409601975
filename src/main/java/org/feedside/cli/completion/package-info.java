/** Completion scripts for shells, generated from the command definitions. */
@NullMarked
package org.feedside.cli.completion;

import org.jspecify.annotations.NullMarked;
