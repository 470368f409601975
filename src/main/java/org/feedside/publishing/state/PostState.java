package org.feedside.publishing.state;

/**
 * A post as readers know it.
 *
 * @param path the path of its URL below base_url, with a leading slash
 */
public record PostState(String id, String path) {}
