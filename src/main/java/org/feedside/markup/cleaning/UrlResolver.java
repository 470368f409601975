package org.feedside.markup.cleaning;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedside.base.text.PercentEncoding;

/**
 * Resolves references (RFC 3986, section 5.2). Accepts what authors write, with spaces and characters of any script,
 * and returns a valid URI. {@code java.net.URI} rejects such text.
 */
final class UrlResolver {
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern ENDS = Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$");

    private final Matcher base;

    UrlResolver(String base) {
        this.base = parts(base);
    }

    /** Returns the absolute URL, percent-encoded where necessary. */
    String resolve(String reference) {
        return PercentEncoding.writtenUrl(absolute(withoutLineBreaks(reference)));
    }

    /** Returns the scheme in lower case, if there is one. */
    static Optional<String> scheme(String url) {
        var scheme = parts(withoutLineBreaks(url)).group(1);
        return Optional.ofNullable(scheme).map(name -> name.toLowerCase(Locale.ROOT));
    }

    // Browsers ignore these characters, so "java\nscript:" is a scheme too.
    private static String withoutLineBreaks(String url) {
        return ENDS.matcher(LINE_BREAKS.matcher(url).replaceAll("")).replaceAll("");
    }

    private static Matcher parts(String url) {
        var matcher = PARTS.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalStateException("the pattern matches any text, but not " + url);
        }
        return matcher;
    }

    private String absolute(String reference) {
        var parts = parts(reference);
        if (parts.group(1) != null) {
            return reference;
        }
        var scheme = base.group(1) == null ? "" : base.group(1) + ":";
        if (parts.group(2) != null) {
            return scheme + reference;
        }
        var origin = scheme + (base.group(2) == null ? "" : "//" + base.group(2));
        var rest = text(parts, 4) + text(parts, 5);
        if (parts.group(3).isEmpty()) {
            return origin + base.group(3) + (parts.group(4) == null ? text(base, 4) + text(parts, 5) : rest);
        }
        if (parts.group(3).startsWith("/")) {
            return origin + withoutDots(parts.group(3)) + rest;
        }
        var folder = base.group(3).substring(0, base.group(3).lastIndexOf('/') + 1);
        return origin + withoutDots((folder.isEmpty() ? "/" : folder) + parts.group(3)) + rest;
    }

    private static String text(Matcher parts, int group) {
        return parts.group(group) == null ? "" : parts.group(group);
    }

    private static String withoutDots(String path) {
        var segments = new ArrayDeque<String>();
        var all = path.split("/", -1);
        for (int i = 1; i < all.length; i++) {
            var isLast = i == all.length - 1;
            if (all[i].equals("..")) {
                segments.pollLast();
            } else if (!all[i].equals(".")) {
                segments.add(all[i]);
                continue;
            }
            if (isLast) {
                segments.add("");
            }
        }
        return "/" + String.join("/", segments);
    }
}
