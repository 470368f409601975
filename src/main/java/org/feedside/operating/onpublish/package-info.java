/** Runs the operator's command after each publication, for example to upload the changed files. */
@NullMarked
package org.feedside.operating.onpublish;

import org.jspecify.annotations.NullMarked;
