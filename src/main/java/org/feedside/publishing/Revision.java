package org.feedside.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.publishing.state.DocumentState;

/**
 * The dates of a document whose bytes are new. Readers use both as gates: one that does not move hides the change, one
 * that moves without a change costs a download.
 *
 * @param updated the date that stands in the document (RFC 4287, section 4.2.15)
 * @param lastModified of HTTP, whole seconds (RFC 9110, section 8.8.2)
 */
public record Revision(PageDate updated, Instant lastModified) {
    private static final PageDate NEVER = PageDate.of(Instant.parse("2000-01-01T00:00:00Z"));

    /** The dates of a document that was never published: nothing of the clock gets in, unless its posts are ahead of it. */
    public static Revision first(Optional<PageDate> changed, Instant now) {
        var updated = updated(changed);
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var modified = updated.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Revision(updated, modified.isBefore(second) ? modified : second);
    }

    /** The date that stands in a document of posts that changed then, if there are any. */
    public static PageDate updated(Optional<PageDate> changed) {
        return changed.orElse(NEVER);
    }

    /** The dates of a document that had other bytes before: each is later than it was. */
    public static Revision next(DocumentState before, Optional<PageDate> changed, Instant now) {
        var newer =
                changed.filter(date -> date.instant().isAfter(before.updated().instant()));
        var updated = newer.orElseGet(() -> updatedByEdit(before.updated(), now));
        return new Revision(updated, nextLastModified(before.lastModified(), now));
    }

    /** The date of a document whose posts were edited without a newer date. */
    private static PageDate updatedByEdit(PageDate before, Instant now) {
        return PageDate.of(later(now, before.instant()));
    }

    /** Last-Modified moves forward even if the clock was set back. */
    private static Instant nextLastModified(Instant before, Instant now) {
        return later(now, before);
    }

    /** Now, but at least a second later than {@code before}. */
    private static Instant later(Instant now, Instant before) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var next = before.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return second.isBefore(next) ? next : second;
    }
}
