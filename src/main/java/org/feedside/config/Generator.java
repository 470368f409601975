package org.feedside.config;

/** The static site generators whose rules are known. */
public enum Generator {
    ZOLA(false, false),
    HUGO(false, true),
    JEKYLL(true, true),
    ELEVENTY(true, false),
    /** A folder of posts of an unknown generator: the rules that Hugo, Jekyll and Eleventy share. */
    OTHER(false, false);

    private final boolean hasTemplatesInPosts;
    private final boolean hasReferencesByName;

    Generator(boolean hasTemplatesInPosts, boolean hasReferencesByName) {
        this.hasTemplatesInPosts = hasTemplatesInPosts;
        this.hasReferencesByName = hasReferencesByName;
    }

    /** Returns whether posts are processed as Liquid or Nunjucks templates before they are Markdown. */
    public boolean hasTemplatesInPosts() {
        return hasTemplatesInPosts;
    }

    /** Returns whether posts refer to others by their names alone, as with Hugo's {@code ref} and Jekyll's {@code post_url}. */
    public boolean hasReferencesByName() {
        return hasReferencesByName;
    }
}
