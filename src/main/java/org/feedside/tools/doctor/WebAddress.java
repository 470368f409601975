package org.feedside.tools.doctor;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.text.PercentEncoding;
import org.feedside.base.text.WebUrl;
import org.feedside.config.AddressRange;

/** Parses and compares http and https URLs. */
public final class WebAddress {
    private static final Pattern FEED =
            Pattern.compile("\\.(?:xml|rss|atom|rdf|json)$|/(?:feed|rss|atom)/?$|[?&]feed=", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /** Parses an address as people type it; https is the default scheme. Returns empty if it is not a web address. */
    public static Optional<URI> parse(String text) {
        var plain = text.strip();
        var whole = plain.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? plain : "https://" + plain;
        return resolved(URI.create(""), lowerScheme(whole));
    }

    /** Returns the target of a reference, if it is a web address. */
    static Optional<URI> resolved(URI base, String reference) {
        try {
            return Optional.of(base.resolve(PercentEncoding.url(reference))).filter(WebUrl::isOne);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the host, with the port unless it is the default. */
    static String host(URI address) {
        var isUsual = port(address) == usualPort(address);
        return address.getHost().toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + address.getPort());
    }

    static int port(URI address) {
        return address.getPort() < 0 ? usualPort(address) : address.getPort();
    }

    private static int usualPort(URI address) {
        return WebUrl.isHttps(address) ? 443 : 80;
    }

    /** Returns whether the host is this machine or in a private network. */
    static boolean isLocal(URI address) {
        var host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || AddressRange.address(host.replaceAll("[\\[\\]]", ""))
                        .filter(ip -> ip.isLoopbackAddress()
                                || ip.isAnyLocalAddress()
                                || ip.isSiteLocalAddress()
                                || ip.isLinkLocalAddress())
                        .isPresent();
    }

    /** Returns the path and the query; an empty path counts as the root. */
    static String path(URI address) {
        var path = address.getPath() == null || address.getPath().isEmpty() ? "/" : address.getPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /** Returns whether the URL looks like that of a feed, so that a page there is a fault. */
    static boolean isLikelyFeed(URI address) {
        return FEED.matcher(path(address)).find();
    }

    private static String lowerScheme(String url) {
        var colon = url.indexOf(':');
        return url.substring(0, colon).toLowerCase(Locale.ROOT) + url.substring(colon);
    }
}
