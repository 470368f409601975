package org.feedside.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * How long the files of enclosures were when they were looked at.
 *
 * @param known in bytes, for those that were found
 * @param problems why the others were not
 * @param folders where a file's coming, going or growing would change this
 */
public record EnclosureLengths(Map<PageEnclosure, Long> known, List<Diagnostic> problems, Set<Path> folders) {
    public EnclosureLengths {
        known = Map.copyOf(known);
        problems = List.copyOf(problems);
        folders = Set.copyOf(folders);
    }

    /** The length of an enclosure in bytes: the one that is written, else its file's; 0 if nobody knows it. */
    public long of(PageEnclosure enclosure) {
        return enclosure.length().orElseGet(() -> known.getOrDefault(enclosure, 0L));
    }
}
