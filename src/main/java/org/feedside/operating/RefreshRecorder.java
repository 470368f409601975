package org.feedside.operating;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.publishing.Document;
import org.feedside.publishing.Published;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.RefreshRun;

/** Records the results of refreshes. Written by one thread, read by any. */
final class RefreshRecorder {
    private static final int MAX_PATHS = 20;
    private static final Diagnostic FAULT =
            Code.INTERNAL.error("feedside", "internal error: see the log for details, and please report it");

    private final Published published;
    private final ProblemAges ages = new ProblemAges();
    private Map<String, String> digests;
    private volatile Status.Refreshes seen = Status.Refreshes.NONE;

    /** Records changes relative to what is published now. */
    RefreshRecorder(Published published) {
        this.published = published;
        this.digests = digests();
    }

    Status.Refreshes seen() {
        return seen;
    }

    void record(RefreshRun refresh) {
        var took = new Status.Refreshed(refresh.started(), Status.between(refresh.started(), refresh.ended()));
        seen = refresh.result()
                .map(result -> after(result, took, refresh.ended()))
                .orElseGet(() -> degraded(List.of(FAULT), took));
    }

    private Status.Refreshes after(RefreshResult result, Status.Refreshed took, Instant ended) {
        if (result.kind() == RefreshResult.Kind.DEGRADED) {
            return degraded(result.problems(), took);
        }
        if (result.kind() == RefreshResult.Kind.POSTPONED) {
            // The feeds change within a second or two.
            return seen.scanned(took);
        }
        return new Status.Refreshes(
                Status.State.CURRENT,
                Optional.of(took),
                change(result, took).or(seen::change),
                Optional.of(ended),
                OptionalInt.of(result.posts()),
                ages.all(result.problems(), took.at()).stream()
                        .map(known -> known.with(result.readersView()))
                        .toList(),
                result.waiting());
    }

    /** After a refresh that did not reach the posts, the previous information about them is still the latest. */
    private Status.Refreshes degraded(List<Diagnostic> problems, Status.Refreshed took) {
        return new Status.Refreshes(
                Status.State.DEGRADED,
                Optional.of(took),
                seen.change(),
                seen.lastSuccess(),
                seen.posts(),
                ages.some(problems, took.at()),
                seen.waiting());
    }

    private Optional<Status.Change> change(RefreshResult result, Status.Refreshed took) {
        if (result.changed() == 0) {
            return Optional.empty();
        }
        var before = digests;
        digests = digests();
        var paths = digests.keySet().stream()
                .filter(path -> !Objects.equals(digests.get(path), before.get(path)))
                .sorted()
                .limit(MAX_PATHS)
                .toList();
        return Optional.of(new Status.Change(took, result.changed(), paths));
    }

    private Map<String, String> digests() {
        return published.current().documents().stream().collect(Collectors.toMap(Document::path, Document::digest));
    }
}
