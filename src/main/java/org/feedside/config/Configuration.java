package org.feedside.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The complete configuration.
 *
 * @param content the folder of the posts
 * @param known the ids and dates of posts that were published before
 */
public record Configuration(SiteConfig site, ServiceConfig service, Path content, KnownPosts known) {
    /** Returns the same configuration with another hub. */
    public Configuration withHub(Optional<URI> hub) {
        return new Configuration(site, service.withHub(hub), content, known);
    }
}
