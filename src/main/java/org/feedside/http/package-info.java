/** Requests to responses, from the published snapshot: values and rules, without any server. */
@NullMarked
package org.feedside.http;

import org.jspecify.annotations.NullMarked;
