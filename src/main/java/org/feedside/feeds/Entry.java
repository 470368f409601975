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
 * @param content the full text or, if the entry is not full, its summary, as HTML
 * @param full whether the content is the full text
 * @param shortened what a feed of summaries has in place of the content, as HTML; empty if no feed needs it
 * @param picture the URI of the picture that stands for the post; the content may show it too
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
        boolean full,
        Optional<String> shortened,
        Optional<String> picture,
        Optional<Enclosure> enclosure) {
    public Entry {
        link = PercentEncoding.url(link);
        picture = picture.map(PercentEncoding::url);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** Returns this entry without the full text. */
    Entry summarized() {
        return new Entry(
                id,
                link,
                language,
                title,
                published,
                updated,
                authors,
                categories,
                Optional.empty(),
                shortened.orElse(content),
                false,
                shortened,
                picture,
                enclosure);
    }

    /** Returns the picture unless the entry shows it, as some readers would repeat it (publishing.md, section 2.9). */
    public Optional<String> thumbnail() {
        return picture.filter(url -> {
            var shown =
                    content + summary.orElse("") + enclosure.map(Enclosure::url).orElse("");
            return !shown.replace("&amp;", "&")
                    .replace("[", "%5B")
                    .replace("]", "%5D")
                    .contains(url);
        });
    }

    /** Returns the number of characters that it takes in a feed, without markup. */
    long length() {
        return Stream.of(
                        Stream.of(id, link, title, summary.orElse(""), content, picture.orElse("")),
                        authors.stream().map(Person::name),
                        categories.stream().flatMap(c -> Stream.of(c.scheme(), c.term(), c.label())))
                .flatMap(texts -> texts)
                .mapToLong(String::length)
                .sum();
    }
}
