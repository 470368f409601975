package org.feedside.refreshing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.site.Site;

/**
 * The result of one refresh.
 *
 * @param documents the number of published documents
 * @param changed the number of documents with new bytes
 * @param problems all current problems, in the order of their places
 * @param readersView what readers see meanwhile of files that have problems, by the file
 * @param nextRefresh when to refresh even without events
 * @param folders the folders to watch
 */
public record RefreshResult(
        Kind kind,
        int posts,
        int documents,
        int changed,
        List<Diagnostic> problems,
        Map<String, String> readersView,
        List<Site.ScheduledPost> waiting,
        Optional<Instant> nextRefresh,
        Set<Path> folders) {
    public RefreshResult {
        problems = List.copyOf(problems);
        readersView = Map.copyOf(readersView);
        waiting = List.copyOf(waiting);
        folders = Set.copyOf(folders);
    }

    public enum Kind {
        /** The feeds match the posts. */
        CURRENT,
        /**
         * A change is waiting until Last-Modified, which counts whole seconds, can increase, or until a second scan
         * confirms that files are missing; then it is published. Nothing is known about the posts.
         */
        POSTPONED,
        /** An external error or a guard prevents the publication: what was published is still served. */
        DEGRADED
    }

    /** Returns the result of a refresh that read no posts. */
    public static RefreshResult current(int posts, int documents, int changed, List<Diagnostic> problems) {
        return new RefreshResult(
                Kind.CURRENT, posts, documents, changed, problems, Map.of(), List.of(), Optional.empty(), Set.of());
    }

    static RefreshResult postponed(int documents, Instant nextRefresh, Set<Path> folders) {
        return new RefreshResult(
                Kind.POSTPONED, 0, documents, 0, List.of(), Map.of(), List.of(), Optional.of(nextRefresh), folders);
    }

    public static RefreshResult degraded(
            List<Diagnostic> problems, int documents, Optional<Instant> nextRefresh, Set<Path> folders) {
        return new RefreshResult(Kind.DEGRADED, 0, documents, 0, problems, Map.of(), List.of(), nextRefresh, folders);
    }
}
