package org.feedside.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules by which files become pages and sections and get their paths. */
public sealed interface Layout {
    Generator generator();

    /** Zola's rules (zola.md, sections 1 to 6). */
    record Zola() implements Layout {
        @Override
        public Generator generator() {
            return Generator.ZOLA;
        }
    }

    /**
     * The rules for a folder of posts of another generator.
     *
     * @param generator the generator, if it is known; it decides the rules that differ
     * @param permalink the pattern of the pages' paths; empty for the generators' defaults
     * @param ignoredFolders folders whose files are never posts
     * @param taxonomies the front matter keys whose values are terms
     * @param ignoredTerms terms that only put a post on a list and are not topics
     * @param defaults front matter by path, the more general first
     * @param timezone the time zone of dates without an offset, if it is configured
     */
    record Folder(
            Generator generator,
            Optional<PermalinkPattern> permalink,
            Set<Path> ignoredFolders,
            Set<String> taxonomies,
            Set<String> ignoredTerms,
            List<Defaults> defaults,
            Optional<ZoneId> timezone)
            implements Layout {
        public Folder {
            ignoredFolders = Set.copyOf(ignoredFolders);
            taxonomies = Set.copyOf(taxonomies);
            ignoredTerms = Set.copyOf(ignoredTerms);
            defaults = List.copyOf(defaults);
        }
    }
}
