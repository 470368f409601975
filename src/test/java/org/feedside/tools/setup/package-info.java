@org.jspecify.annotations.NullMarked
package org.feedside.tools.setup;
