/** QR codes of addresses. */
@NullMarked
package org.feedside.pages.qr;

import org.jspecify.annotations.NullMarked;
