@NullMarked
package org.feedside.tools.doctor;

import org.jspecify.annotations.NullMarked;
