package org.feedside.tools.doctor;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A popular feed reader and the header fields it sends (publishing.md, section 1.12). Hosted services come first: they
 * accept gzip only, which every server can produce. None reports a number of subscribers, since servers would count it.
 */
public enum SimulatedReader {
    INOREADER("Inoreader", "Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher)", "gzip", "*/*"),
    FEEDLY("Feedly", "Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google)", "gzip", "*/*"),
    NETNEWSWIRE("NetNewsWire", "NetNewsWire (RSS Reader; https://netnewswire.com/)", "gzip, deflate, br", "*/*"),
    MINIFLUX(
            "Miniflux",
            "Mozilla/5.0 (compatible; Miniflux/2.2; +https://miniflux.app)",
            "br, gzip",
            "application/xml, application/atom+xml, application/rss+xml, application/rdf+xml,"
                    + " application/feed+json, text/html, */*;q=0.9"),
    FRESHRSS(
            "FreshRSS",
            "FreshRSS/1.27.0 (Linux; https://freshrss.org)",
            "deflate, gzip, br",
            "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8,"
                    + " text/xml;q=0.8, text/html;q=0.7, unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1"),
    NEWSBOAT("Newsboat", "newsboat/2.40.0 (Linux x86_64)", "deflate, gzip, br, zstd", "*/*");

    private final String label;
    private final String userAgent;
    private final String acceptEncoding;
    private final String accept;

    SimulatedReader(String label, String userAgent, String acceptEncoding, String accept) {
        this.label = label;
        this.userAgent = userAgent;
        this.acceptEncoding = acceptEncoding;
        this.accept = accept;
    }

    /** Returns the header fields of a request with these validators. */
    Map<String, String> request(URI address, Validators known) {
        var fields = new TreeMap<String, String>();
        fields.put("Accept", accept);
        fields.put("User-Agent", userAgent);
        fields.put("Accept-Encoding", acceptEncoding);
        known.entityTag().ifPresent(tag -> fields.put("If-None-Match", tag));
        known.lastModified().ifPresent(date -> fields.put("If-Modified-Since", date));
        if (this == FRESHRSS) {
            fields.put("Referer", address.toString());
        }
        if (this == NETNEWSWIRE) {
            fields.put("Accept-Language", "en-US,en;q=0.9");
        }
        if (this == NEWSBOAT && !known.isEmpty()) {
            fields.put("A-IM", "feed");
        }
        return fields;
    }

    @Override
    public String toString() {
        return label;
    }
}
