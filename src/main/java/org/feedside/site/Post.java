package org.feedside.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.feedside.config.Language;
import org.feedside.content.Page;
import org.feedside.content.PageDate;

/**
 * A published page with a date: the content of a feed's entry.
 *
 * @param date the date with which it was first published, else the date in front matter, else the one in the file's
 *     name
 * @param update the date of its last update, if it was updated
 * @param path the path of its URL below base_url, with a leading slash
 * @param permalink its URL
 * @param id its id in feeds: the permalink, unless it was published with another id before
 * @param linkedHeadings whether its headings are links to themselves, as with Zola's {@code insert_anchor_links =
 *     "heading"}
 * @param terms the terms of all taxonomies without duplicates, in the order of the taxonomies and of the front matter
 */
public record Post(
        Page page,
        Language language,
        PageDate date,
        Optional<PageDate> update,
        String path,
        String permalink,
        String id,
        boolean linkedHeadings,
        List<Term> terms) {
    /** Newest first, then by permalink (zola.md, rule 2). */
    static final Comparator<Post> NEWEST_FIRST = Comparator.comparing(
                    (Post post) -> post.date().dateTime().toEpochSecond())
            .thenComparing(post -> post.date().dateTime().getNano())
            .reversed()
            .thenComparing(Post::permalink, CodePointOrder.INSTANCE);

    public Post {
        terms = List.copyOf(terms);
    }

    /** The date of its last change: that of its last update, else its date. */
    public PageDate updated() {
        return update.orElse(date);
    }

    Post withTerms(List<Term> others) {
        return new Post(page, language, date, update, path, permalink, id, linkedHeadings, others);
    }
}
