/** Makes one generation of documents: reads the site, renders its posts, builds and encodes its feeds. */
@NullMarked
package org.feedside.pipeline;

import org.jspecify.annotations.NullMarked;
