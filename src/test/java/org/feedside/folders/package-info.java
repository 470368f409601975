/** Folders of posts of other generators, from their files to their feeds. */
@NullMarked
package org.feedside.folders;

import org.jspecify.annotations.NullMarked;
