package org.feedside.site;

import java.util.ArrayList;
import org.feedside.base.text.PercentEncoding;
import org.feedside.content.SourcePath;

/** The path of a page's URL, percent-encoded (RFC 3986, section 3.3). */
record UrlPath(String text) {
    /**
     * Completes a path as the generators do: {@code index.html} is removed, and a path without a file name extension
     * gets a trailing slash. In Jekyll's folders the path stays as it is.
     */
    static UrlPath of(String path, SourcePath source) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        var isFolder = path.endsWith("/") || parts.isEmpty();
        if (!source.isJekyllFile() && !isFolder) {
            var last = parts.get(parts.size() - 1);
            isFolder = last.equals("index.html") || !last.contains(".");
            if (last.equals("index.html")) {
                parts.remove(parts.size() - 1);
            }
        }
        var joined = String.join("/", parts);
        return new UrlPath(
                PercentEncoding.partlyEncodedPath("/" + joined + (isFolder && !joined.isEmpty() ? "/" : "")));
    }
}
