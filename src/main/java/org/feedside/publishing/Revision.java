package org.feedside.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.publishing.state.DocumentState;

/**
 * The dates of a document whose bytes have changed. Readers rely on both: if a date stays the same, they miss the
 * change; if it changes without need, they download the document again.
 *
 * @param updated the date in the document (RFC 4287, section 4.2.15)
 * @param lastModified the Last-Modified of HTTP, whole seconds (RFC 9110, section 8.8.2)
 */
public record Revision(PageDate updated, Instant lastModified) {
    private static final PageDate NEVER = PageDate.of(Instant.parse("2000-01-01T00:00:00Z"));

    /** Returns the dates of a document of the first publication: those of its posts, unless a post is dated after now. */
    public static Revision first(Optional<PageDate> changed, Instant now) {
        var updated = updated(changed);
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var modified = updated.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Revision(updated, modified.isBefore(second) ? modified : second);
    }

    /**
     * Returns the dates of a document that a later publication adds. Its time of change is now: a state from a backup or of
     * another publisher may not know an earlier version, which must not be newer.
     */
    public static Revision added(Optional<PageDate> changed, Instant now) {
        return new Revision(updated(changed), now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns the date to write into a document: the latest change of its posts, or a constant if it has none. */
    public static PageDate updated(Optional<PageDate> changed) {
        return changed.orElse(NEVER);
    }

    /** Returns the dates of a document that had other bytes before. Both are later than before. */
    public static Revision next(DocumentState before, Optional<PageDate> changed, Instant now) {
        var newer =
                changed.filter(date -> date.instant().isAfter(before.updated().instant()));
        var updated = newer.orElseGet(() -> updatedByEdit(before.updated(), now));
        return new Revision(updated, nextLastModified(before.lastModified(), now));
    }

    /** Returns the date of a document whose posts were edited without a newer date. */
    private static PageDate updatedByEdit(PageDate before, Instant now) {
        return PageDate.of(later(now, before.instant()));
    }

    /** Returns a Last-Modified that grows even if the clock was set back. */
    private static Instant nextLastModified(Instant before, Instant now) {
        return later(now, before);
    }

    /** Returns now, but at least a second later than {@code before}. */
    private static Instant later(Instant now, Instant before) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var next = before.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return second.isBefore(next) ? next : second;
    }
}
