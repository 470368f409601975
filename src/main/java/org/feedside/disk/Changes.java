package org.feedside.disk;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Where files may have changed, been made or gone. */
public record Changes(Optional<Set<Path>> paths) {
    /** Nobody knows where. */
    public static final Changes ANYWHERE = new Changes(Optional.empty());

    /** Nothing has. */
    public static final Changes NONE = new Changes(Optional.of(Set.of()));

    public Changes {
        paths = paths.map(Set::copyOf);
    }

    /** At a path. */
    public static Changes at(Path path) {
        return new Changes(Optional.of(Set.of(path)));
    }

    /** These and others. */
    public Changes and(Changes others) {
        if (paths.isEmpty() || others.paths().isEmpty()) {
            return ANYWHERE;
        }
        var both = new HashSet<>(paths.get());
        both.addAll(others.paths().get());
        return new Changes(Optional.of(both));
    }
}
