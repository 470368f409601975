package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        return Stream.of(
                        Stream.of(id, link, title, summary.orElse(""), content),
                        authors.stream().map(Person::name),
                        categories.stream().flatMap(c -> Stream.of(c.scheme(), c.term(), c.label())))
                .flatMap(texts -> texts)
                .mapToLong(String::length)
                .sum();
    }
}
