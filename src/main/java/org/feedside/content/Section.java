package org.feedside.content;

import java.util.Optional;

/**
 * A section as written in its {@code _index.md}.
 *
 * @param generateFeeds whether Zola generates feeds for the section
 * @param linkedHeadings whether the headings of its pages are links; empty to use the site's setting
 * @param transparent whether its pages also belong to the parent section
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
