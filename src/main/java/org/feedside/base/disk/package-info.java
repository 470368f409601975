/** Access to the file system. All code that reads or writes files takes a {@link org.feedside.base.disk.Disk}. */
@NullMarked
package org.feedside.base.disk;

import org.jspecify.annotations.NullMarked;
