package org.feedside.feeds;

import org.feedside.base.text.PercentEncoding;

/**
 * A term of an entry (RFC 4287, section 4.2.2).
 *
 * @param label the name that the author wrote; names with the same slug are one term
 * @param scheme the URI of the taxonomy's page, the parent of the term's page
 */
public record Category(String scheme, String term, String label) {
    public Category {
        scheme = PercentEncoding.url(scheme);
    }
}
