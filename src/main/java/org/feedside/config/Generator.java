package org.feedside.config;

/** The static site generators whose rules are known. */
public enum Generator {
    ZOLA,
    HUGO,
    JEKYLL,
    ELEVENTY,
    /** A folder of posts of an unknown generator: the rules that Hugo, Jekyll and Eleventy share. */
    OTHER;

    /** Returns whether posts are processed as Liquid or Nunjucks templates before they are Markdown. */
    public boolean hasTemplatesInPosts() {
        return this == JEKYLL || this == ELEVENTY;
    }
}
