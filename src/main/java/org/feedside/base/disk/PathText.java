package org.feedside.base.disk;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes paths from settings, links and arguments. */
public final class PathText {
    private PathText() {}

    /** Resolves a path; empty if it contains NUL, or characters that the locale cannot encode. */
    public static Optional<Path> resolve(Path folder, String path) {
        try {
            return Optional.of(folder.resolve(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
