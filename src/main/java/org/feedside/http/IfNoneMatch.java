package org.feedside.http;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tags that a client already has (RFC 9110, section 13.1.2). The comparison is weak, so {@code W/} does not count.
 *
 * @param any {@code *}: whatever there is, the client has it
 * @param tags what stands between the quotes
 */
record IfNoneMatch(boolean any, Set<String> tags) {
    private static final Pattern TAG = Pattern.compile("(?:[Ww]/)?(?:\"([^\"]*)\"|([^\\s,\"]+))[^,]*");

    // Apache, Caddy and Jetty say so that they compressed what we sent, and do not always take it back.
    private static final Pattern CODED_ON_THE_WAY = Pattern.compile("(?:--?|;)(?:gzip|br|deflate|zstd)$");

    IfNoneMatch {
        tags = Set.copyOf(tags);
    }

    static IfNoneMatch parse(String header) {
        var tags = new LinkedHashSet<String>();
        var matcher = TAG.matcher(header);
        while (matcher.find()) {
            var tag = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            tags.add(tag);
            tags.add(CODED_ON_THE_WAY.matcher(tag).replaceFirst(""));
        }
        return new IfNoneMatch(header.strip().equals("*"), tags);
    }

    /** Whether the client has this version, in whichever coding and by whichever compressor. */
    boolean matches(String digest) {
        return any || digests().anyMatch(digest::equals);
    }

    /** Whether the client said this very tag. */
    boolean names(String entityTag) {
        return tags.contains(entityTag.substring(1, entityTag.length() - 1));
    }

    /** The versions that the client has: our tags begin with them. */
    Stream<String> digests() {
        return tags.stream().map(tag -> tag.split("\\.", 2)[0]);
    }
}
