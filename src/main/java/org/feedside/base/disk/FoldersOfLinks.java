package org.feedside.base.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Finds the folders that contain the symbolic links on the way to some paths. */
final class FoldersOfLinks {
    private final Set<Path> folders = new TreeSet<>();
    private final Set<Path> seen = new HashSet<>();

    private FoldersOfLinks() {}

    static Set<Path> onTheWayTo(Collection<Path> paths) {
        var found = new FoldersOfLinks();
        paths.forEach(path -> found.follow(path.toAbsolutePath()));
        return found.folders;
    }

    /** Visits a path, its parents and the targets of all links among them, each once. */
    private void follow(Path path) {
        var parent = path.getParent();
        if (parent == null || !seen.add(path)) {
            return;
        }
        follow(parent);
        try {
            if (Files.isSymbolicLink(path)) {
                folders.add(parent);
                follow(parent.resolve(Files.readSymbolicLink(path)));
            }
        } catch (IOException e) {
            // The link changed in the meantime; that causes an event in a folder that is already in the result.
            return;
        }
    }
}
