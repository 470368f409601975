package org.feedside.config;

import java.nio.file.Path;

/** All that is configured: the site, our service, where the posts are, and what readers know of them. */
public record Configuration(SiteConfig site, ServiceConfig service, Path content, KnownPosts known) {}
