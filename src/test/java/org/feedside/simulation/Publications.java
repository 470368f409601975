package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.publishing.Document;
import org.feedside.publishing.state.PublishedState;

/** What the publishers of a site have really published. */
final class Publications {
    private final Set<Publication> all = new HashSet<>();
    private final Map<Long, Set<Publication>> byGeneration = new HashMap<>();
    private final Set<String> bodies = new HashSet<>();

    /** One publication of one publisher, with the version of each document by path. */
    record Publication(List<Instant> publishers, long generation, Map<String, Version> documents) {
        static Publication of(PublishedState state) {
            var documents = new HashMap<String, Version>();
            state.documents()
                    .forEach((path, document) ->
                            documents.put(path, new Version(document.digest(), document.lastModified())));
            return new Publication(state.publishers(), state.generation(), documents);
        }
    }

    /** A version of a document. */
    record Version(String digest, Instant lastModified) {
        static Version of(Document document) {
            return new Version(document.digest(), document.lastModified().orElseThrow());
        }
    }

    /** Records what a publisher has saved and will publish. */
    void add(PublishedState state) {
        var publication = Publication.of(state);
        if (all.add(publication)) {
            byGeneration
                    .computeIfAbsent(state.generation(), number -> new HashSet<>())
                    .add(publication);
            publication.documents().forEach((path, version) -> addBody(path, version.digest()));
        }
    }

    /** Records a document that a publisher has sent. */
    void addBody(String path, String digest) {
        bodies.add(path + " " + digest);
    }

    /** Checks the state that a follower saves. */
    void checkFollowed(PublishedState state) {
        assertThat(all).as("publications, one of which is followed").contains(Publication.of(state));
    }

    /** Checks that documents are of one publication; some may be missing. */
    void checkServed(long generation, Collection<Document> documents) {
        var possible = Optional.ofNullable(byGeneration.get(generation)).orElse(Set.of());
        assertThat(possible.stream()
                        .anyMatch(publication -> documents.stream()
                                .allMatch(document -> Version.of(document)
                                        .equals(publication.documents().get(document.path())))))
                .as("documents of one publication with the number %d: %s", generation, documents)
                .isTrue();
    }

    /** Checks that a publisher has published this body. */
    void checkBody(String path, String digest) {
        assertThat(bodies.contains(path + " " + digest))
                .as("the body %s of %s was published", digest, path)
                .isTrue();
    }
}
