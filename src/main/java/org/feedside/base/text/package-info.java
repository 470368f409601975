/** Text utilities: resources, printable lines, suggestions for misspelt words, percent-encoding. */
@NullMarked
package org.feedside.base.text;

import org.jspecify.annotations.NullMarked;
