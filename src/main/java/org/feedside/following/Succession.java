package org.feedside.following;

import java.util.Optional;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.PublishedState;

/**
 * Decides whether a follower may serve another publication after the one that it serves: only one of the same publisher, or
 * of another one that continued from it, and only if no date goes back.
 */
record Succession(PublishedState served, PublishedState next) {
    /** Returns why the next publication must not be served; empty if it may be. */
    Optional<String> refusal() {
        if (served.identity().isEmpty()) {
            return Optional.empty();
        } else if (served.identity().filter(Identity::drafts).isPresent()) {
            return Optional.of("this folder has feeds with drafts: follow with another folder");
        } else if (!baseUrl(served).equals(baseUrl(next)) && !isSameLine()) {
            return Optional.of("it is of another site, %s, and this folder has feeds of %s: follow with another folder"
                    .formatted(baseUrl(next).orElse(""), baseUrl(served).orElse("")));
        } else if (!continues()) {
            return Optional.of(
                    "it is by another publisher (%s) than the one that is followed (%s), or by one that lost its state: stop the wrong one, or start it with --previous and the address of this follower"
                            .formatted(name(next), name(served)));
        } else if (next.generation() < served.generation()) {
            return Optional.of(
                    "its generation %d is older than %d, which is served: a cache is outdated, or the publisher lost its state and has to start with --previous and the address of this follower"
                            .formatted(next.generation(), served.generation()));
        }
        return next.documents().values().stream()
                .filter(this::goesBack)
                .map(document ->
                        "%s would go back to an older version: the publisher continued from an older publication than the one that is served; this ends with its next change of that feed"
                                .formatted(document.file().path()))
                .findFirst();
    }

    private static Optional<String> baseUrl(PublishedState state) {
        return state.identity().map(Identity::baseUrl);
    }

    private boolean isSameLine() {
        return !served.publishers().isEmpty() && continues();
    }

    /** Whether the next publisher is the same, or continued from it. */
    private boolean continues() {
        var before = served.publishers();
        var after = next.publishers();
        return after.size() >= before.size() && after.subList(0, before.size()).equals(before);
    }

    /** Whether a document has another version that is not newer. */
    private boolean goesBack(DocumentState document) {
        return Optional.ofNullable(served.documents().get(document.file().path()))
                .filter(known -> document.digest().equals(known.digest())
                        ? document.lastModified().isBefore(known.lastModified())
                        : !document.lastModified().isAfter(known.lastModified()))
                .isPresent();
    }

    private static String name(PublishedState state) {
        var publishers = state.publishers();
        return publishers.isEmpty() ? "a build" : "started " + publishers.get(publishers.size() - 1);
    }
}
