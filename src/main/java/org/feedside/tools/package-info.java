/** What single commands need: one package for each of check, doctor, import and init or snippet. */
@NullMarked
package org.feedside.tools;

import org.jspecify.annotations.NullMarked;
