package org.feedside.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Timestamp;

/**
 * What readers know posts by that were published before: {@code feedside-ids.toml}.
 *
 * @param posts by the path of a post's file below the content folder; no two have the same id
 */
public record KnownPosts(Map<String, Known> posts) {
    /** The file's name in the site's folder. */
    public static final String FILE = "feedside-ids.toml";

    public static final KnownPosts NONE = new KnownPosts(Map.of());

    public KnownPosts {
        posts = Collections.unmodifiableMap(new TreeMap<>(posts));
    }

    /**
     * What readers know of a post.
     *
     * @param published in place of the post's date
     * @param updated counts if it is later than the post's own
     * @param place where it is written
     */
    public record Known(String id, Optional<Timestamp> published, Optional<Timestamp> updated, Place place) {}

    /** Whether readers can know a post by this: one line of text that XML can carry. */
    public static boolean isId(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0xFFFE || c == 0xFFFF);
    }

    public Optional<Known> of(String path) {
        return Optional.ofNullable(posts.get(path));
    }
}
