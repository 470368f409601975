package org.feedside.feeds;

import java.util.Optional;

/**
 * How a feed stands to all posts that it is about (RFC 5005). Other documents of it are named by the folder of their
 * URLs, which ends with a slash; their files have the same names.
 */
public sealed interface History {
    /** It holds the newest posts, and nothing says where the others are. */
    record Newest() implements History {}

    /** It holds everything (section 2). */
    record Complete() implements History {}

    /** It holds the newest posts, and those before stand in archives, the newest of which is {@code previous} (section 4). */
    record Current(String previous) implements History {}

    /** It holds a part that does not change any more, between an older part and a newer one (section 4). */
    record Archive(Optional<String> previous, Optional<String> next, String current) implements History {}
}
