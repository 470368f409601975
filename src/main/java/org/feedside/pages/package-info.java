/** What people see of the feeds: HTML made of values, by templates that are compiled with the program. */
@NullMarked
package org.feedside.pages;

import org.jspecify.annotations.NullMarked;
