@org.jspecify.annotations.NullMarked
package org.feedside.tools.imports;
