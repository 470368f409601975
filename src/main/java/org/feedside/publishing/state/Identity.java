package org.feedside.publishing.state;

/** The site of a feeds folder. Another one is refused, so that no drafts and no foreign ids get into its feeds. */
public record Identity(String baseUrl, boolean drafts) {}
