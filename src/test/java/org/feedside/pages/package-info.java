@org.jspecify.annotations.NullMarked
package org.feedside.pages;
