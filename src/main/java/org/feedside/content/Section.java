package org.feedside.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feedside.config.Defaults;

/**
 * A section as written in its {@code _index.md}.
 *
 * @param generateFeeds whether Zola generates feeds for the section
 * @param linkedHeadings whether the headings of its pages are links; empty to use the site's setting
 * @param transparent whether its pages also belong to the parent section
 * @param cascade front matter for the files below it, or of a data file, for those that it is for
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
        List<Defaults> cascade,
        FileText text)
        implements ContentFile {
    public Section {
        cascade = List.copyOf(cascade);
    }

    /** A data file, which has no page. */
    static Section ofData(SourcePath path, String file, FileText text, List<Defaults> data) {
        return plain(path, file, Optional.empty(), data, text);
    }

    /** A folder without a file of its own; its name is its title, and it has feeds. */
    public static Section unwritten(SourcePath path, String folder) {
        var title = folder.substring(0, 1).toUpperCase(Locale.ROOT)
                + folder.substring(1).replaceAll("[-_]+", " ");
        return plain(path, path.path(), Optional.of(title), List.of(), new FileText("", 0, 1));
    }

    private static Section plain(
            SourcePath path, String file, Optional<String> title, List<Defaults> cascade, FileText text) {
        return new Section(
                path, file, title, Optional.empty(), false, true, Optional.empty(), false, SortBy.NONE, cascade, text);
    }
}
