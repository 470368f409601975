package org.feedside.feeds;

import java.util.List;
import org.feedside.config.SiteConfig;

/** A format of what is published. */
public enum Format {
    ATOM("atom.xml", "application/atom+xml", "; charset=utf-8"),
    RSS("rss.xml", "application/rss+xml", "; charset=utf-8"),
    /** JSON is UTF-8, and its media types have no parameter to say so (RFC 8259, section 11). */
    JSON("feed.json", "application/feed+json", ""),
    /** The list of all feeds. */
    OPML("feeds.opml", "text/x-opml", "; charset=utf-8");

    /** Those in which every feed is published. */
    public static final List<Format> OF_FEEDS = List.of(ATOM, RSS, JSON);

    private final String fileName;
    private final String mediaType;
    private final String charset;

    Format(String fileName, String mediaType, String charset) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.charset = charset;
    }

    /** What a feed's file is: our own names say it; of others the site's template does, or else the name. */
    public static Format of(String fileName, SiteConfig config) {
        for (var format : OF_FEEDS) {
            if (format.fileName().equals(fileName)) {
                return format;
            }
        }
        if (fileName.endsWith(".json")) {
            return JSON;
        }
        return config.isRss(fileName) ? RSS : ATOM;
    }

    /** The name of its file, unless the site has names of its own. */
    public String fileName() {
        return fileName;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The media type as Content-Type says it. */
    public String contentType() {
        return mediaType + charset;
    }
}
