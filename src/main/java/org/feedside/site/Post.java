package org.feedside.site;

import java.util.List;
import java.util.Optional;
import org.feedside.config.Language;
import org.feedside.content.Page;
import org.feedside.content.PageDate;

/**
 * A page with a date that has come: what feeds are made of.
 *
 * @param date the one by which readers know it, else front matter's, else the one in the file's name
 * @param update the date of its last update, if it had one
 * @param path the path of its URL below base_url, with a slash at the start
 * @param permalink its URL
 * @param id what readers know it by in feeds: its URL, unless it was published with another id before
 * @param linkedHeadings whether its headings are links to themselves, as Zola's anchor links of the kind `heading`
 * @param terms of all taxonomies, each once, in the order of the taxonomies and of the front matter
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
    public Post {
        terms = List.copyOf(terms);
    }

    /** The date of its last change: {@code updated}, else its date. */
    public PageDate updated() {
        return update.orElse(date);
    }
}
