package org.feedside.config;

import java.util.List;
import java.util.Optional;

/**
 * One language of a site, with what it says in place of the site.
 *
 * @param code as the configuration writes it
 * @param generateFeeds whether Zola makes a feed of all its pages
 * @param feedFilenames the names Zola gives its feeds
 */
public record Language(
        String code,
        Optional<String> title,
        Optional<String> description,
        boolean generateFeeds,
        List<String> feedFilenames,
        List<Taxonomy> taxonomies) {
    public Language {
        feedFilenames = List.copyOf(feedFilenames);
        taxonomies = List.copyOf(taxonomies);
    }

    public Optional<Taxonomy> taxonomy(String name) {
        return taxonomies.stream().filter(t -> t.name().equals(name)).findFirst();
    }
}
