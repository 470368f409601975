package org.feedside.config;

/**
 * A taxonomy, such as tags.
 *
 * @param name the key in front matter
 * @param feed whether Zola makes feeds of its terms; Feedside always does
 */
public record Taxonomy(String name, boolean feed) {}
