package org.feedside.base.disk;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Where files may have changed, been made or gone. */
public record FileChanges(Optional<Set<Path>> paths) {
    /** Nobody knows where. */
    public static final FileChanges ANYWHERE = new FileChanges(Optional.empty());

    /** Nothing has. */
    public static final FileChanges NONE = new FileChanges(Optional.of(Set.of()));

    public FileChanges {
        paths = paths.map(Set::copyOf);
    }

    /** At a path. */
    public static FileChanges at(Path path) {
        return new FileChanges(Optional.of(Set.of(path)));
    }

    /** These and others. */
    public FileChanges and(FileChanges others) {
        if (paths.isEmpty() || others.paths().isEmpty()) {
            return ANYWHERE;
        }
        var both = new HashSet<>(paths.get());
        both.addAll(others.paths().get());
        return new FileChanges(Optional.of(both));
    }
}
