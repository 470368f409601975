package org.feedside.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * What one page adds to the site.
 *
 * @param page the page with its path; empty if it is not on the site
 * @param post the post without its terms, which depend on all pages; empty if the page is in no feed
 * @param folders the folders of the sections that contain the page
 * @param notes what it adds to the site besides itself
 */
record Placement(Optional<LocatedPage> page, Optional<Post> post, List<String> folders, Notes notes) {
    /**
     * What a page adds to the site besides itself.
     *
     * @param scheduled its publication, if that is in the future
     * @param expiry the time at which it is removed, if that is in the future
     */
    record Notes(List<Diagnostic> problems, Optional<Site.ScheduledPost> scheduled, Optional<Instant> expiry) {
        private static final Notes NONE = new Notes(List.of(), Optional.empty(), Optional.empty());

        /** The instants at which the placement changes. */
        Stream<Instant> changes() {
            return Stream.concat(scheduled.map(Site.ScheduledPost::until).stream(), expiry.stream());
        }
    }

    /** A page that is not on the site. */
    static Placement hidden(Notes notes) {
        return new Placement(Optional.empty(), Optional.empty(), List.of(), notes);
    }

    static Placement hidden(List<Diagnostic> problems) {
        return hidden(new Notes(problems, Optional.empty(), Optional.empty()));
    }

    /** Whether the page adds nothing but itself. */
    boolean isPlain() {
        return notes.equals(Notes.NONE);
    }

    /** The path that no other page may have. A page that is not rendered may share it. */
    Optional<String> ownPath() {
        return page.filter(p -> p.page().rendered()).map(LocatedPage::path);
    }
}
