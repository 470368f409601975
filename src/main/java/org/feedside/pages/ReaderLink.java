package org.feedside.pages;

import java.util.List;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.PageDesign;

/** A link that opens a feed in a feed reader. */
public record ReaderLink(String name, String url) {
    /** Returns the links that open the feed at a URL. */
    static List<ReaderLink> of(String feed, PageDesign design) {
        var value = PercentEncoding.component(feed);
        return design.readers().entrySet().stream()
                .map(reader -> new ReaderLink(reader.getKey(), reader.getValue().replace(PageDesign.URL, value)))
                .toList();
    }
}
