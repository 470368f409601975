package org.feedside.base.slugs;

/** How names become parts of URLs ({@code [slugify]} of Zola's configuration). */
public enum SlugMode {
    /** ASCII letters, digits and hyphens only. */
    ON,
    /** Small letters of every script, digits and a few marks, with hyphens for spaces, as in Hugo. */
    LOWER,
    /** Only what file systems refuse is removed. */
    SAFE,
    /** As written. */
    OFF
}
