package org.feedside.feeds;

import java.text.Normalizer;
import org.feedside.base.text.PercentEncoding;

/**
 * One file of a feed.
 *
 * @param path below base_url and the feeds folder, without a leading slash
 * @param url the URI at which it is served
 * @param id the feed's id in this file; the same as Zola's, which is the URL as an IRI, with one known flaw (zola.md, section 5)
 */
public record FeedFile(String path, String url, String id, Format format) {
    public FeedFile {
        url = PercentEncoding.url(url);
    }

    /** Returns a path in composed form (NFC) for comparisons: both forms of é name the same file. */
    public static String composed(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /** Returns the folder of the path, with a trailing slash unless it is empty. */
    public String folder() {
        return folder(path);
    }

    /** Returns the folder of a path, with a trailing slash unless it is empty. */
    public static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Returns the URL of the file with the same name in the folder at {@code folderUrl}. */
    public String urlIn(String folderUrl) {
        return folderUrl + url.substring(url.lastIndexOf('/') + 1);
    }
}
