package org.feedside.operating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.publishing.Document;
import org.feedside.publishing.Published;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.RefreshRun;
import org.feedside.site.Site;

/** Records the results of refreshes. Written by one thread, read by any. */
final class RefreshRecorder {
    private static final int MAX_PATHS = 20;
    private static final Diagnostic FAULT = Diagnostic.error(
            Place.startOf("feedside"), "internal error: see the log for details, and please report it");

    private final Published published;
    private final ProblemAges ages = new ProblemAges();
    private Map<String, String> digests;
    private volatile Seen seen = Seen.NOTHING;

    /** Records changes relative to what is published now. */
    RefreshRecorder(Published published) {
        this.published = published;
        this.digests = digests();
    }

    /**
     * What is known about all refreshes.
     *
     * @param lastSuccess the end of the last refresh after which the feeds matched the posts
     */
    record Seen(
            Status.State state,
            Optional<Status.Refreshed> last,
            Optional<Status.Change> change,
            Optional<Instant> lastSuccess,
            OptionalInt posts,
            List<KnownProblem> problems,
            List<Site.ScheduledPost> waiting) {
        static final Seen NOTHING = new Seen(
                Status.State.STARTING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of());
    }

    Seen seen() {
        return seen;
    }

    void saw(RefreshRun refresh) {
        var took = new Status.Refreshed(refresh.started(), Status.between(refresh.started(), refresh.ended()));
        seen = refresh.result()
                .map(outcome -> after(outcome, took, refresh.ended()))
                .orElseGet(() -> hidden(List.of(FAULT), took));
    }

    private Seen after(RefreshResult outcome, Status.Refreshed took, Instant ended) {
        return switch (outcome.kind()) {
            case DEGRADED -> hidden(outcome.problems(), took);
            case CURRENT ->
                new Seen(
                        Status.State.CURRENT,
                        Optional.of(took),
                        change(outcome, took).or(seen::change),
                        Optional.of(ended),
                        OptionalInt.of(outcome.posts()),
                        ages.all(outcome.problems(), took.at()),
                        outcome.waiting());
            // A retried refresh changes the feeds within a second.
            case POSTPONED ->
                new Seen(
                        seen.state(),
                        Optional.of(took),
                        seen.change(),
                        seen.lastSuccess(),
                        OptionalInt.of(outcome.posts()),
                        ages.all(outcome.problems(), took.at()),
                        outcome.waiting());
        };
    }

    /** After a refresh that did not reach the posts, the previous information about them is still the latest. */
    private Seen hidden(List<Diagnostic> problems, Status.Refreshed took) {
        return new Seen(
                Status.State.DEGRADED,
                Optional.of(took),
                seen.change(),
                seen.lastSuccess(),
                seen.posts(),
                ages.some(problems, took.at()),
                seen.waiting());
    }

    private Optional<Status.Change> change(RefreshResult outcome, Status.Refreshed took) {
        if (outcome.changed() == 0) {
            return Optional.empty();
        }
        var before = digests;
        digests = digests();
        var paths = new ArrayList<String>();
        digests.forEach((path, digest) -> {
            if (!digest.equals(before.get(path))) {
                paths.add(path);
            }
        });
        return Optional.of(new Status.Change(
                took,
                outcome.changed(),
                paths.stream().sorted().limit(MAX_PATHS).toList()));
    }

    private Map<String, String> digests() {
        var found = new HashMap<String, String>();
        for (Document document : published.current().documents()) {
            found.put(document.path(), document.digest());
        }
        return found;
    }
}
