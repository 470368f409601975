package org.feedside.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page as written in its file (zola.md, section 3). The package {@code site} derives the rest from the file's name
 * and the configuration.
 *
 * @param urlPath the key {@code path}, which replaces the path made from folders and slug
 * @param publishDate the time of publication, if it differs from {@code date}
 * @param expiryDate the time at which the page is removed from the site
 * @param aliases former paths of the page
 * @param rendered whether the generator writes the page
 * @param inFeeds false if {@code include_in_feeds}, {@code render} or {@code extra.skip_feed} excludes the page
 * @param taxonomies the names of its terms, by the name of the taxonomy
 * @param enclosure its attached file, such as an episode
 * @param picture the picture that front matter names; a relative address starts at the page or at base_url
 * @param builtPath the path at which the built site has the page, if that is known to be another one than the rules give
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
        Optional<FileAddress> picture,
        Optional<String> builtPath,
        FileText text)
        implements ContentFile {
    public Page {
        aliases = List.copyOf(aliases);
        taxonomies = Map.copyOf(taxonomies);
        authors = List.copyOf(authors);
    }

    /** Returns this page at another path. */
    public Page withBuiltPath(String newPath) {
        return new Page(
                path,
                file,
                title,
                description,
                date,
                updated,
                publishDate,
                expiryDate,
                draft,
                rendered,
                inFeeds,
                slug,
                urlPath,
                aliases,
                taxonomies,
                weight,
                authors,
                enclosure,
                picture,
                Optional.of(newPath),
                text);
    }
}
