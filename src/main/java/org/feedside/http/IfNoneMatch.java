package org.feedside.http;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entity tags of an If-None-Match field (RFC 9110, section 13.1.2). The comparison is weak, so {@code W/} is
 * ignored.
 *
 * @param any whether the field is {@code *}, which matches every version
 * @param tags the opaque tags, without quotes
 */
record IfNoneMatch(boolean any, Set<String> tags) {
    private static final Pattern TAG = Pattern.compile("(?:[Ww]/)?(?:\"([^\"]*)\"|([^ \\t,\"]+))[^,]*");

    // Apache, Caddy and Jetty append such a suffix when they compress a response, and do not always remove it from
    // requests.
    private static final Pattern COMPRESSION_SUFFIX = Pattern.compile("(?:--?|;)(?:gzip|br|deflate|zstd)$");

    IfNoneMatch {
        tags = Set.copyOf(tags);
    }

    static IfNoneMatch parse(String header) {
        var tags = new LinkedHashSet<String>();
        var matcher = TAG.matcher(header);
        while (matcher.find()) {
            var tag = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            tags.add(tag);
            tags.add(COMPRESSION_SUFFIX.matcher(tag).replaceFirst(""));
        }
        return new IfNoneMatch(FieldText.trimmed(header).equals("*"), tags);
    }

    /** Whether the client has this version, in any coding and compressed by any proxy. */
    boolean matches(String digest) {
        return any || digests().anyMatch(digest::equals);
    }

    /** Whether the field has exactly this entity tag. */
    boolean contains(String entityTag) {
        return tags.contains(entityTag.substring(1, entityTag.length() - 1));
    }

    /** Returns the digests of the versions that the client has: our entity tags begin with them. */
    Stream<String> digests() {
        return tags.stream().map(tag -> tag.split("\\.", 2)[0]);
    }
}
