package org.feedside.publishing.state;

/**
 * The site that a feeds folder belongs to. A folder of another site is refused, so that no drafts and no foreign ids
 * get into its feeds.
 */
public record Identity(String baseUrl, boolean drafts) {}
