package org.feedside.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.feedside.content.SourcePath;

/** The path of a page's URL, percent-encoded (RFC 3986, section 3.3). */
record UrlPath(String text) {
    private static final String MARKS = "-._~!$&'()*+,;=:@/";

    /**
     * Completes a path as the generators do: a folder's page is called by the folder, and outside of Jekyll a path without
     * the ending of a file is a folder.
     */
    static UrlPath of(String path, SourcePath source) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        var isFolder = path.endsWith("/") || parts.isEmpty();
        if (!source.isJekylls() && !isFolder) {
            var last = parts.get(parts.size() - 1);
            isFolder = last.equals("index.html") || !last.contains(".");
            if (last.equals("index.html")) {
                parts.remove(parts.size() - 1);
            }
        }
        var joined = String.join("/", parts);
        return new UrlPath(encode("/" + joined + (isFolder && !joined.isEmpty() ? "/" : ""), true));
    }

    /** Encodes a name, a percent sign too. */
    static String encode(String name) {
        return encode(name, false);
    }

    private static String encode(String text, boolean keepsEncoded) {
        var encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (isPlain(c) || (keepsEncoded && isEncoded(text, i))) {
                encoded.appendCodePoint(c);
            } else {
                for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(b));
                }
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }

    private static boolean isEncoded(String text, int i) {
        return text.charAt(i) == '%'
                && i + 2 < text.length()
                && Character.digit(text.charAt(i + 1), 16) >= 0
                && Character.digit(text.charAt(i + 2), 16) >= 0;
    }
}
