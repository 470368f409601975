/** Text for people: one line, printable, with suggestions for misspelt words. */
@NullMarked
package org.feedside.base.text;

import org.jspecify.annotations.NullMarked;
