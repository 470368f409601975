/** Code that only one command uses: a package each for check, doctor and import, and one for init and snippet. */
@NullMarked
package org.feedside.tools;

import org.jspecify.annotations.NullMarked;
