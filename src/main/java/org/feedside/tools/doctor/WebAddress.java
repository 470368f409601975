package org.feedside.tools.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.text.PercentEncoding;

/** Addresses of the web as people write them, and as they are compared. */
final class WebAddress {
    private static final Pattern FEED =
            Pattern.compile("\\.(?:xml|rss|atom|rdf|json)$|/(?:feed|rss|atom)/?$|[?&]feed=", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /** The address that a person means; one without a scheme means https. */
    static Optional<URI> parse(String text) {
        var plain = text.strip();
        var whole = plain.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? plain : "https://" + plain;
        try {
            return Optional.of(new URI(PercentEncoding.url(lowerScheme(whole)))).filter(WebAddress::isOne);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isOne(URI address) {
        return address.getHost() != null && (isHttp(address) || isHttps(address));
    }

    static boolean isHttp(URI address) {
        return "http".equalsIgnoreCase(address.getScheme());
    }

    static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** The host's name and, if it is not the usual one, its port. */
    static String host(URI address) {
        var port = address.getPort();
        var isUsual = port < 0 || port == (isHttps(address) ? 443 : 80);
        return address.getHost().toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + port);
    }

    /** The path and the query, a path that is none as that of the root. */
    static String path(URI address) {
        var path = address.getPath() == null || address.getPath().isEmpty() ? "/" : address.getPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /** Whether people name feeds so, and pages not: then a page there stands in a feed's place. */
    static boolean isLikelyFeed(URI address) {
        return FEED.matcher(path(address)).find();
    }

    private static String lowerScheme(String url) {
        var colon = url.indexOf(':');
        return url.substring(0, colon).toLowerCase(Locale.ROOT) + url.substring(colon);
    }
}
