package org.feedside.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** How the files of a site become pages and sections, and how these get their paths. */
public sealed interface Layout {
    /** Zola's (zola.md, sections 1 to 6). */
    record Zola() implements Layout {}

    /**
     * A folder of posts of any other generator.
     *
     * @param permalink where pages stand; empty for the generators' own defaults
     * @param ignoredFolders folders that hold no posts of the site, whatever is in them
     * @param taxonomies the front matter keys that hold terms
     * @param ignoredTerms names that say where a post is listed, not what it is about
     * @param timezone the zone of dates without an offset, if the operator names one
     */
    record Folder(
            Optional<PermalinkPattern> permalink,
            Set<Path> ignoredFolders,
            Set<String> taxonomies,
            Set<String> ignoredTerms,
            Optional<ZoneId> timezone)
            implements Layout {
        public Folder {
            ignoredFolders = Set.copyOf(ignoredFolders);
            taxonomies = Set.copyOf(taxonomies);
            ignoredTerms = Set.copyOf(ignoredTerms);
        }
    }
}
