@org.jspecify.annotations.NullMarked
package org.feedside.base.diagnostics;
