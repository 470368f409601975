package org.feedside.config;

/**
 * A taxonomy, such as tags.
 *
 * @param name as front matter writes it
 * @param feed whether Zola makes feeds of its terms; we always do
 */
public record Taxonomy(String name, boolean feed) {}
