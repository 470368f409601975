package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;

/**
 * A post in a feed, whatever the format.
 *
 * @param id what readers know the post by, for ever
 * @param link its page
 * @param summary a part of it, or what it is about, as HTML
 * @param content the whole of it, as HTML
 * @param enclosure a file that belongs to it
 */
public record Entry(
        String id,
        String link,
        String language,
        String title,
        PageDate published,
        PageDate updated,
        List<Person> authors,
        List<Category> categories,
        Optional<String> summary,
        String content,
        Optional<Enclosure> enclosure) {
    public Entry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }
}
