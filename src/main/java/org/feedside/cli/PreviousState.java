package org.feedside.cli;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.PrintableText;
import org.feedside.publishing.state.MemoryStateStore;
import org.feedside.publishing.state.PostState;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateStore;

/** The state of a build that continues from what is published elsewhere, without the texts of the published posts. */
final class PreviousState {
    private final PublishedState published;
    private final StateStore store;

    PreviousState(PublishedState published) {
        this.published = published;
        this.store = new MemoryStateStore(published);
    }

    StateStore store() {
        return store;
    }

    /** Returns the problems that may be the reason why published posts are missing after the build, if any are. */
    List<Problem> losses(Collection<Diagnostic> problems) {
        var missing = ids(published);
        missing.removeAll(ids(store.load()));
        var reasons = problems.stream()
                .filter(problem -> problem.isError() || problem.code() == Code.NOT_BUILT)
                .toList();
        return missing.isEmpty() || reasons.isEmpty()
                ? List.of()
                : Stream.concat(Problem.of(reasons).stream(), Stream.of(error(missing.size())))
                        .toList();
    }

    private static Problem error(int posts) {
        return Problem.error(
                Code.HELD_BACK,
                "%s would be missing, perhaps because of these problems, so nothing is written: solve them, or add --accept-shrink if the removal is intended"
                        .formatted(PrintableText.count(posts, "published post")));
    }

    private static Set<String> ids(PublishedState state) {
        return state.posts().values().stream().map(PostState::id).collect(Collectors.toSet());
    }
}
