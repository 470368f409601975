package org.feedside.site;

import java.util.List;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.slugs.Slugs;
import org.feedside.content.Page;

/**
 * A term of a taxonomy. Names with the same slug are the same term.
 *
 * @param name the first of its names, in byte order
 * @param path the path of its page below base_url, with a leading and a trailing slash
 * @param taxonomyPath the path of its taxonomy's page
 */
public record Term(String taxonomy, String name, String slug, String path, String taxonomyPath) {
    /** Returns the names that a page uses for this term, such as C#, which has the slug of C. */
    public List<String> namesIn(Page page, SlugMode mode) {
        return page.taxonomies().getOrDefault(taxonomy, List.of()).stream()
                .filter(used -> used.equals(name) || Slugs.ofPath(used, mode).equals(slug))
                .distinct()
                .toList();
    }
}
