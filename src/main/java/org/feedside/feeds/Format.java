package org.feedside.feeds;

/** A format in which every feed is published. */
public enum Format {
    ATOM("atom.xml", "application/atom+xml"),
    RSS("rss.xml", "application/rss+xml");

    private final String fileName;
    private final String mediaType;

    Format(String fileName, String mediaType) {
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    /** The name of a feed's file, unless the site has names of its own. */
    public String fileName() {
        return fileName;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }
}
