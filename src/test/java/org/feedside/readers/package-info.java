/** The programs that people read feeds with, each with the rules that its source code shows. */
@NullMarked
package org.feedside.readers;

import org.jspecify.annotations.NullMarked;
