@NullMarked
package org.feedside.doctor;

import org.jspecify.annotations.NullMarked;
