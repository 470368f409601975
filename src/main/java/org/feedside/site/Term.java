package org.feedside.site;

/**
 * A term of a taxonomy. Names with the same slug are the same term.
 *
 * @param name the first of its names, in byte order
 * @param path the path of its page below base_url, with a leading and a trailing slash
 * @param taxonomyPath the path of its taxonomy's page
 */
public record Term(String taxonomy, String name, String slug, String path, String taxonomyPath) {}
