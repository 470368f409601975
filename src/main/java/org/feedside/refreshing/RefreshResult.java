package org.feedside.refreshing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.site.Site;

/**
 * What one refresh did.
 *
 * @param posts how many posts the site has now
 * @param documents how many documents are published now
 * @param changed how many of them have new bytes
 * @param problems everything that is wrong now, in the order of places
 * @param waiting the posts whose time has not come
 * @param again when to refresh although nothing happens
 * @param folders where something may happen
 */
public record RefreshResult(
        Kind kind,
        int posts,
        int documents,
        int changed,
        List<Diagnostic> problems,
        List<Site.ScheduledPost> waiting,
        Optional<Instant> again,
        Set<Path> folders) {
    public RefreshResult {
        problems = List.copyOf(problems);
        waiting = List.copyOf(waiting);
        folders = Set.copyOf(folders);
    }

    /** What became of the feeds. */
    public enum Kind {
        /** They are what the posts say. */
        CURRENT,
        /** They are changed as soon as Last-Modified can grow by a second. */
        POSTPONED,
        /** They are what was published before: something of the world is in the way. */
        DEGRADED
    }

    static RefreshResult degraded(List<Diagnostic> problems, int documents, Set<Path> folders) {
        return new RefreshResult(Kind.DEGRADED, 0, documents, 0, problems, List.of(), Optional.empty(), folders);
    }

    RefreshResult again(Instant at) {
        return new RefreshResult(kind, posts, documents, changed, problems, waiting, Optional.of(at), folders);
    }

    RefreshResult watching(Path folder) {
        var more = new HashSet<>(folders);
        more.add(folder);
        return new RefreshResult(kind, posts, documents, changed, problems, waiting, again, more);
    }
}
