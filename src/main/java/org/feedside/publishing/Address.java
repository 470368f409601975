package org.feedside.publishing;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes addresses for header fields and forms, where only ASCII travels safely. */
public final class Address {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String IN_PATHS = UNRESERVED + "/!$&'()*+,;=:@";
    private static final String IN_URLS = IN_PATHS + "%?#[]";

    private static final Pattern PARTS = Pattern.compile("([a-z][a-z0-9+.-]*://)([^/?#]*)(.*)", Pattern.DOTALL);

    private Address() {}

    /** The address of a decoded path below the base URL. */
    public static String below(URI baseUrl, String path) {
        return url(baseUrl.toString().replaceFirst("/+$", "")) + "/" + encoded(path, IN_PATHS);
    }

    /**
     * The address of a decoded path below the base URL, seen from another: it holds for whoever asked, through a proxy that
     * takes a part of the path away too.
     */
    public static String seen(String path, String from) {
        var up = "../".repeat(Math.toIntExact(from.chars().filter(c -> c == '/').count()));
        // Before a first part with a colon in it stands a slash, else it would be a scheme.
        return (up.isEmpty() ? "./" : up) + encoded(path, IN_PATHS);
    }

    /** An address whose host and path may still hold characters of other scripts. */
    public static String url(String url) {
        var parts = PARTS.matcher(url);
        return parts.matches()
                ? parts.group(1) + IDN.toASCII(parts.group(2)) + encoded(parts.group(3), IN_URLS)
                : encoded(url, IN_URLS);
    }

    private static String encoded(String text, String allowed) {
        var encoded = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && allowed.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b));
            }
        }
        return encoded.toString();
    }
}
