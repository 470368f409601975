package org.feedside.base.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** URLs of the web. */
public final class WebUrl {
    private WebUrl() {}

    /** Parses a URL, which may have letters of all scripts, or a relative reference; empty if it is malformed. */
    public static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(PercentEncoding.url(text)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a URL has the scheme http or https, a host, and no port that cannot exist. */
    public static boolean isOne(URI url) {
        return url.getHost() != null && url.getPort() <= 65_535 && (isHttp(url) || isHttps(url));
    }

    /** Parses a URL to which paths can be appended: of the web, without a query or a fragment. */
    public static Optional<URI> parseBase(String text) {
        return parse(text).filter(url -> isOne(url) && url.getRawQuery() == null && url.getRawFragment() == null);
    }

    public static boolean isHttp(URI url) {
        return "http".equalsIgnoreCase(url.getScheme());
    }

    public static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }
}
