package org.feedside.config;

import java.nio.file.Path;

/**
 * The complete configuration.
 *
 * @param content the folder of the posts
 * @param known the ids and dates of posts that were published before
 */
public record Configuration(SiteConfig site, ServiceConfig service, Path content, KnownPosts known) {}
