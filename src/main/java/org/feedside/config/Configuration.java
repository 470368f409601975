package org.feedside.config;

import java.nio.file.Path;

/** All that is configured: the site, our service, and where the posts are. */
public record Configuration(SiteConfig site, ServiceConfig service, Path content) {}
