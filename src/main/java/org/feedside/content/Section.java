package org.feedside.content;

import java.util.Optional;

/**
 * A section as its {@code _index.md} says it.
 *
 * @param generateFeeds whether Zola makes feeds of its pages
 * @param linkedHeadings whether the headings of its pages are links; empty to do as the site does
 * @param transparent whether its pages belong to the section above too
 */
public record Section(
        SourcePath path,
        String file,
        Optional<String> title,
        Optional<String> description,
        boolean draft,
        boolean generateFeeds,
        Optional<Boolean> linkedHeadings,
        boolean transparent,
        SortBy sortBy,
        FileText text)
        implements ContentFile {}
