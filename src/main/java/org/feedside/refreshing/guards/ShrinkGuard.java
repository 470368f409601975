package org.feedside.refreshing.guards;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedside.pipeline.FolderListing;
import org.feedside.publishing.state.PublishedState;
import org.feedside.site.Post;

/**
 * Holds a publication back that would take most posts away at once, as an unmounted folder, a half-finished checkout or a
 * failing disk would: readers that forget what is gone, or mark it as read, cannot be told to take that back. A post goes
 * if neither its file nor its id is there any more. The change is taken once the folder has stayed the same for a while.
 */
public final class ShrinkGuard {
    /** Fewer go because an author wants it so. */
    private static final int FEW = 3;

    private Optional<Held> held = Optional.empty();

    /**
     * What is held back.
     *
     * @param look what the folder looked like when it was seen first
     * @param going how many posts would go
     * @param known how many readers know
     */
    public record Held(FolderListing look, Instant since, int going, int known) {
        public Instant until(Duration patience) {
            return since.plus(patience);
        }
    }

    /**
     * What must be held back now; nothing if these posts may be published.
     *
     * @param seen what the folder looks like
     * @param patience how long the folder must stay the same
     * @param accepted the folder whose posts the operator has accepted as they are
     */
    public Optional<Held> judge(
            PublishedState state,
            List<Post> posts,
            Supplier<FolderListing> seen,
            Duration patience,
            Optional<FolderListing.Word> accepted,
            Instant now) {
        var going = going(state, posts);
        var known = state.posts().size();
        if (!isTooMany(going, known)) {
            held = Optional.empty();
            return held;
        }
        var look = seen.get();
        if (accepted.equals(Optional.of(look.word()))) {
            held = Optional.empty();
            return held;
        }
        // A clock that was set back begins anew: it can only be waited for too long.
        var since = held.filter(h -> h.look().equals(look))
                .map(Held::since)
                .filter(then -> !then.isAfter(now))
                .orElse(now);
        held = Optional.of(new Held(look, since, going, known)).filter(h -> now.isBefore(h.until(patience)));
        return held;
    }

    /** Nobody can say what the folder looks like, so it has not stayed the same. */
    public void interrupt() {
        held = Optional.empty();
    }

    private static boolean isTooMany(int going, int known) {
        return going >= FEW && 2 * going > known;
    }

    private static int going(PublishedState state, List<Post> posts) {
        // Readers know fewer posts than a site may have.
        var files = new HashSet<>(state.posts().keySet());
        var ids = new HashSet<String>();
        state.posts().values().forEach(post -> ids.add(post.id()));
        for (var post : posts) {
            files.remove(post.page().path().path());
            ids.remove(post.id());
        }
        return Math.toIntExact(files.stream()
                .filter(file -> Optional.ofNullable(state.posts().get(file))
                        .filter(post -> ids.contains(post.id()))
                        .isPresent())
                .count());
    }
}
