package org.feedside.feeds;

import java.text.Normalizer;

/**
 * One file of a feed.
 *
 * @param path below base_url and the feeds folder, without a leading slash
 * @param url where it is served
 * @param id the feed's id in it; Zola's, which is the URL with one known slip (zola.md, section 5)
 */
public record FeedFile(String path, String url, String id, Format format) {
    /** A path as it is compared: some systems write é as one character, some as two, and both mean the same file. */
    public static String composed(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /** The folder of the path, with a slash at its end unless it is empty. */
    public String folder() {
        return folder(path);
    }

    /** The folder of a path, with a slash at its end unless it is empty. */
    public static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The URL of the file of this name in another folder, which is named by its URL. */
    public String in(String folderUrl) {
        return folderUrl + url.substring(url.lastIndexOf('/') + 1);
    }
}
