package org.feedside.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Writes addresses into header fields, where only ASCII travels safely. */
final class Address {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String IN_PATHS = UNRESERVED + "/!$&'()*+,;=:@";
    private static final String IN_URLS = IN_PATHS + "%?#[]";

    private Address() {}

    /** The address of a decoded path below the base URL. */
    static String below(URI baseUrl, String path) {
        return url(baseUrl.toString().replaceFirst("/+$", "")) + "/" + encoded(path, IN_PATHS);
    }

    /** An address that may still hold characters of other scripts. */
    static String url(String url) {
        return encoded(url, IN_URLS);
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
