package org.feedside.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * The sizes of the files of enclosures, and which pictures are beside their posts, at the time of the last scan.
 *
 * @param known the sizes in bytes of the files that were found
 * @param problems the reasons why other files were not found
 * @param withPicture the posts in whose folder the picture is that front matter names
 * @param folders the folders to watch: a file that is added, removed or resized there may change a length
 */
public record EnclosureLengths(
        Map<PageEnclosure, Long> known, Set<SourcePath> withPicture, List<Diagnostic> problems, Set<Path> folders) {
    public EnclosureLengths {
        known = Map.copyOf(known);
        withPicture = Set.copyOf(withPicture);
        problems = List.copyOf(problems);
        folders = Set.copyOf(folders);
    }

    /** The length of an enclosure in bytes: as written in front matter, else the size of its file, else 0. */
    public long of(PageEnclosure enclosure) {
        return enclosure.length().orElseGet(() -> known.getOrDefault(enclosure, 0L));
    }
}
