package org.feedside.publishing.state;

/**
 * What readers know of a post.
 *
 * @param path of its URL below base_url, with a slash at the start
 */
public record PostState(String id, String path) {}
