/** The files of the world behind one seam: everything that reads or writes them takes a {@link org.feedside.disk.Disk}. */
@NullMarked
package org.feedside.disk;

import org.jspecify.annotations.NullMarked;
