/** Tests with real processes, folders, events and sockets, and with kills, full disks and damaged files. */
@org.jspecify.annotations.NullMarked
package org.feedside.real;
