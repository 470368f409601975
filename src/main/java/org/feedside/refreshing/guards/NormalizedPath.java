package org.feedside.refreshing.guards;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.text.PercentEncoding;

/**
 * Normalises the path of a URL for comparisons across generators: without a trailing slash, {@code index.html} or an
 * extension such as {@code .html}, percent-decoded, in Unicode normalization form NFC. Scheme and host are ignored.
 */
public final class NormalizedPath {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?:)?(?://[^/?#]*)?(/[^?#]*|)(?:\\?([^#]*))?(#.*)?");
    private static final Pattern INDEX = Pattern.compile("/index\\.(?:html?|php)$");
    private static final Pattern ENDING = Pattern.compile("\\.(?:html?|php)$");

    private NormalizedPath() {}

    /** Normalises a URL or path; empty if it identifies no page by its path, as {@code /?p=12} and {@code /#note}. */
    public static Optional<String> of(String address) {
        var match = ADDRESS.matcher(address.strip());
        if (!match.matches() || match.group(3) != null || isQuery(match.group(2) == null ? "" : match.group(2))) {
            return Optional.empty();
        }
        var path = Normalizer.normalize(PercentEncoding.decodedPath(match.group(1)), Normalizer.Form.NFC);
        var bare = INDEX.matcher(path.replaceAll("/+", "/")).replaceFirst("/").replaceFirst("/$", "");
        return Optional.of(ENDING.matcher(bare).replaceFirst("")).filter(p -> !p.isEmpty());
    }

    /** Returns the normalised path relative to a site's URL; empty if it is not below the site. */
    static Optional<String> below(String site, String address) {
        var above = of(site).map(path -> path + "/").orElse("/");
        return of(address).filter(path -> path.startsWith(above)).map(path -> path.substring(above.length() - 1));
    }

    /** Returns the last segment of a path. */
    public static String slug(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether a query string identifies the page. Campaign parameters (utm_) do not. */
    private static boolean isQuery(String query) {
        return Stream.of(query.split("&", -1)).anyMatch(part -> !part.isEmpty() && !part.startsWith("utm_"));
    }
}
