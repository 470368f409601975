package org.feedside.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.text.XmlCharacters;
import org.feedside.base.toml.Timestamp;

/**
 * The ids and dates under which posts were published before: {@code feedside-ids.toml}.
 *
 * @param posts by the path of a post's file below the content folder; the ids are unique
 */
public record KnownPosts(Map<String, Known> posts) {
    /** The name of the file, which is in the site's folder. */
    public static final String FILE = "feedside-ids.toml";

    public static final KnownPosts NONE = new KnownPosts(Map.of());

    public KnownPosts {
        posts = Collections.unmodifiableMap(new TreeMap<>(posts));
    }

    /**
     * The id and dates of a post that was published before.
     *
     * @param published replaces the post's date
     * @param updated replaces the post's own update date if it is later
     * @param place the place of the table in the file
     */
    public record Known(String id, Optional<Timestamp> published, Optional<Timestamp> updated, Place place) {}

    /** Returns whether a text can be an id: one line of characters that XML allows. */
    public static boolean isId(String text) {
        return !text.isBlank()
                && !XmlCharacters.hasForbidden(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    public Optional<Known> of(String path) {
        return Optional.ofNullable(posts.get(path));
    }
}
