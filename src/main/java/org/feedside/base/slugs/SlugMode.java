package org.feedside.base.slugs;

/** The modes in which names become parts of URLs (Zola's {@code [slugify]} setting). */
public enum SlugMode {
    /** ASCII letters, digits and hyphens only. */
    ON,
    /** Lower-case letters of every script, digits and some punctuation, with hyphens for spaces, as in Hugo. */
    LOWER,
    /** Like {@link #LOWER}, with capital letters. */
    CASED,
    /** Removes only characters that file systems do not allow. */
    SAFE,
    /** Changes nothing. */
    OFF
}
