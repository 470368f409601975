package org.feedside.refreshing.guards;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The path of an address without what generators write in different ways: the slash at the end, {@code index.html}, an
 * ending such as {@code .html}, percent-encoding and composed characters. Scheme and host do not count.
 */
public final class NormalizedPath {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?:)?(?://[^/?#]*)?(/[^?#]*|)(?:\\?([^#]*))?(#.*)?");
    private static final Pattern INDEX = Pattern.compile("/index\\.(?:html?|php)$");
    private static final Pattern ENDING = Pattern.compile("\\.(?:html?|php)$");

    private NormalizedPath() {}

    /** Of an address or a path; empty if it leads to no page of its own, as {@code /?p=12} and {@code /#note}. */
    public static Optional<String> of(String address) {
        var match = ADDRESS.matcher(address.strip());
        if (!match.matches() || match.group(3) != null || isQuery(match.group(2) == null ? "" : match.group(2))) {
            return Optional.empty();
        }
        var path = Normalizer.normalize(decoded(match.group(1)), Normalizer.Form.NFC);
        var bare = INDEX.matcher(path.replaceAll("/+", "/")).replaceFirst("/").replaceFirst("/$", "");
        return Optional.of(ENDING.matcher(bare).replaceFirst("")).filter(p -> !p.isEmpty());
    }

    /** The path below that of a site's own address. */
    static Optional<String> below(String site, String address) {
        var above = of(site).map(path -> path + "/").orElse("/");
        return of(address).filter(path -> path.startsWith(above)).map(path -> path.substring(above.length() - 1));
    }

    /** The last part of a path. */
    public static String slug(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether a query names the page; what it says of where readers come from does not. */
    private static boolean isQuery(String query) {
        return Stream.of(query.split("&", -1)).anyMatch(part -> !part.isEmpty() && !part.startsWith("utm_"));
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that stands for itself, as in permalinks that are not encoded.
            return path;
        }
    }
}
