package org.feedside.config;

import java.util.List;
import java.util.Optional;

/**
 * One language of a site, with its own title, description, feeds and taxonomies.
 *
 * @param code the language code as written in the configuration
 * @param generateFeeds whether Zola makes a feed of all pages in this language
 * @param feedFilenames the file names of Zola's feeds
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
