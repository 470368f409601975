/** The files of the world behind one seam: everything that reads or writes them takes a {@link org.feedside.base.disk.Disk}. */
@NullMarked
package org.feedside.base.disk;

import org.jspecify.annotations.NullMarked;
