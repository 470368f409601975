package org.feedside.refreshing.guards;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.pipeline.FolderListing;
import org.feedside.publishing.state.PublishedState;
import org.feedside.site.Post;

/**
 * Holds back a publication that would remove most posts at once, which may be caused by an unmounted folder, an
 * unfinished checkout or a failing disk: readers that drop removed posts, or mark them as read, cannot undo that. A
 * post is removed if neither its file nor its path nor its id is there any more. The change is accepted once the folder has stayed
 * the same for a while.
 */
public final class ShrinkGuard {
    /** Fewer removed posts than this are assumed to be the author's intention. */
    private static final int MIN_SHRINK = 3;

    private Optional<Held> held = Optional.empty();

    /**
     * A publication that is held back.
     *
     * @param listing the listing of the folder since {@code since}
     * @param removed the number of posts that would disappear
     * @param known the number of posts that readers know
     */
    public record Held(FolderListing listing, Instant since, int removed, int known) {
        public Instant until(Duration delay) {
            return since.plus(delay);
        }

        /** Returns the error that names what would disappear from a site's folder of posts, and what to do. */
        public Diagnostic problem(Path content, Path site, Duration delay) {
            return Code.HELD_BACK.error(
                    content,
                    "%d of %d posts would disappear at once, so the published feeds stay unchanged: if the removal is intended, run `feedside accept %s`, or `build` with --accept-shrink. A running service accepts the change by itself once the folder has not changed for %s"
                            .formatted(removed, known, site, text(delay)));
        }

        private static String text(Duration time) {
            return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
        }
    }

    /**
     * Checks a publication; empty if it may be published.
     *
     * @param current supplies the current listing of the folder
     * @param delay how long the folder must stay the same
     * @param accepted the digest of the listing that the operator has accepted
     */
    public Optional<Held> check(
            PublishedState state,
            List<Post> posts,
            Supplier<FolderListing> current,
            Duration delay,
            Optional<FolderListing.FolderDigest> accepted,
            Instant now) {
        var removed = removed(state, posts);
        var known = state.posts().size();
        if (!isTooMany(removed, known)) {
            held = Optional.empty();
            return held;
        }
        var listing = current.get();
        if (accepted.equals(Optional.of(listing.digest()))) {
            held = Optional.empty();
            return held;
        }
        // After the clock was set back the delay starts again: waiting too long is safe.
        var since = held.filter(h -> h.listing().equals(listing))
                .map(Held::since)
                .filter(then -> !then.isAfter(now))
                .orElse(now);
        // Kept after the delay: the publication may be postponed, or fail, and must not wait again then.
        held = Optional.of(new Held(listing, since, removed, known));
        return held.filter(h -> now.isBefore(h.until(delay)));
    }

    /** Restarts the delay, because the folder cannot be listed and may have changed. */
    public void reset() {
        held = Optional.empty();
    }

    private static boolean isTooMany(int removed, int known) {
        return removed >= MIN_SHRINK && 2 * removed > known;
    }

    private static int removed(PublishedState state, List<Post> posts) {
        // Iterates over the state, because feeds have fewer posts than a site may have.
        var missing = new HashMap<>(state.posts());
        var ids = new HashSet<String>();
        state.posts().values().forEach(post -> ids.add(post.id()));
        var paths = new HashSet<String>();
        for (var post : posts) {
            missing.remove(post.page().path().path());
            ids.remove(post.id());
            paths.add(post.path());
        }
        return Math.toIntExact(missing.values().stream()
                .filter(post -> ids.contains(post.id()) && !paths.contains(post.path()))
                .count());
    }
}
