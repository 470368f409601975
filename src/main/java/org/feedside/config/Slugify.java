package org.feedside.config;

import org.feedside.base.slugs.SlugMode;

/** Zola's {@code [slugify]} table. */
public record Slugify(SlugMode paths, SlugMode taxonomies, SlugMode anchors, boolean pathsKeepDates) {
    public static final Slugify DEFAULT = new Slugify(SlugMode.ON, SlugMode.ON, SlugMode.ON, false);
}
