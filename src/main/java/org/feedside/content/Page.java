package org.feedside.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page as its file says it (zola.md, section 3); what follows from its name and the configuration is the site's matter.
 *
 * @param urlPath front matter's {@code path}, which replaces the path made from folders and slug
 * @param publishDate when it comes, if not at its date
 * @param expiryDate when it goes
 * @param aliases paths at which it stood before
 * @param taxonomies the names of its terms, by the name of the taxonomy
 * @param inFeeds whether neither {@code include_in_feeds}, {@code render} nor {@code extra.skip_feed} keeps it out
 * @param rendered whether Zola writes the page at all
 * @param enclosure the file it brings along
 */
public record Page(
        SourcePath path,
        String file,
        Optional<String> title,
        Optional<String> description,
        Optional<PageDate> date,
        Optional<PageDate> updated,
        Optional<PageDate> publishDate,
        Optional<PageDate> expiryDate,
        boolean draft,
        boolean rendered,
        boolean inFeeds,
        Optional<String> slug,
        Optional<String> urlPath,
        List<String> aliases,
        Map<String, List<String>> taxonomies,
        Optional<Long> weight,
        List<String> authors,
        Optional<PageEnclosure> enclosure,
        FileText text)
        implements ContentFile {
    public Page {
        aliases = List.copyOf(aliases);
        taxonomies = Map.copyOf(taxonomies);
        authors = List.copyOf(authors);
    }
}
