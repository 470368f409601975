package org.feedside.publishing.state;

/** Which site a feeds folder belongs to. A folder of another one is refused, so that no drafts and no foreign ids slip in. */
public record Identity(String baseUrl, boolean drafts) {}
