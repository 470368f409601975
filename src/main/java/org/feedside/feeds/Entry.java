package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.content.PageDate;

/**
 * A post in a feed, in any format.
 *
 * @param id the permanent id by which feed readers recognise the post
 * @param link the URI of the post's page
 * @param summary the summary or description, as HTML
 * @param content the full text, as HTML
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
        link = PercentEncoding.url(link);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** Returns the number of characters that it takes in a feed, without markup. */
    long length() {
        long length = (long) title.length()
                + content.length()
                + summary.map(String::length).orElse(0);
        for (var category : categories) {
            length += category.scheme().length()
                    + category.term().length()
                    + category.label().length();
        }
        return length
                + id.length()
                + link.length()
                + authors.stream().mapToInt(author -> author.name().length()).sum();
    }
}
