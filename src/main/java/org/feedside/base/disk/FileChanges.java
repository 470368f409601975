package org.feedside.base.disk;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Paths where files may have been created, changed or deleted. Empty means that any path may have changed. */
public record FileChanges(Optional<Set<Path>> paths) {
    /** Any path may have changed. */
    public static final FileChanges ANYWHERE = new FileChanges(Optional.empty());

    /** Nothing has changed. */
    public static final FileChanges NONE = new FileChanges(Optional.of(Set.of()));

    public FileChanges {
        paths = paths.map(Set::copyOf);
    }

    public static FileChanges at(Path path) {
        return new FileChanges(Optional.of(Set.of(path)));
    }

    public FileChanges and(FileChanges others) {
        if (paths.isEmpty() || others.paths().isEmpty()) {
            return ANYWHERE;
        }
        var union = new HashSet<>(paths.get());
        union.addAll(others.paths().get());
        return new FileChanges(Optional.of(union));
    }
}
