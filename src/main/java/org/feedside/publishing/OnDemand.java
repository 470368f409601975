package org.feedside.publishing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feedside.feeds.Lookup;

/** A source of documents that are made when they are requested, because they are too many. Thread-safe. */
@FunctionalInterface
public interface OnDemand {
    OnDemand NONE = path -> new Lookup.NotFound<>();

    /**
     * Makes or looks up a document.
     *
     * @param path below base_url, without a leading slash, percent-decoded
     */
    Lookup<Document> find(String path);

    /** Returns the documents to write as files for a host without a server. Other documents of this source are not available there. */
    default List<Document> files() {
        return List.of();
    }

    /** Returns the lookup for a form that was submitted to a path; empty for another query, which is ignored. */
    default Optional<Supplier<Lookup<Document>>> form(String path, String query) {
        return Optional.empty();
    }

    /** Looks up the result of a form; without a form or a result, the path. */
    default Lookup<Document> find(String path, String query) {
        return form(path, query)
                .map(Supplier::get)
                .orElseGet(Lookup.NotFound::new)
                .or(() -> find(path));
    }

    /** Returns a source that looks up a path here first, and in the other source if nothing is found. */
    default OnDemand or(OnDemand second) {
        var first = this;
        return new OnDemand() {
            @Override
            public Lookup<Document> find(String path) {
                return first.find(path).or(() -> second.find(path));
            }

            @Override
            public Optional<Supplier<Lookup<Document>>> form(String path, String query) {
                return first.form(path, query).or(() -> second.form(path, query));
            }

            @Override
            public List<Document> files() {
                return Stream.of(first, second)
                        .flatMap(source -> source.files().stream())
                        .toList();
            }
        };
    }
}
