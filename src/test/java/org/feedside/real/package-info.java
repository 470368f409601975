/** The real thing: processes, folders, events and sockets of the system, and what ends them without warning. */
@org.jspecify.annotations.NullMarked
package org.feedside.real;
