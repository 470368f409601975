package org.feedside.publishing;

import org.feedside.feeds.Lookup;

/**
 * A source of documents that are too many to make in advance, so each is made when it is requested. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface OnDemand {
    /** No documents. */
    OnDemand NONE = path -> new Lookup.NotFound<>();

    /**
     * Looks up a path.
     *
     * @param path below base_url, without a leading slash, percent-decoded
     */
    Lookup<Document> find(String path);

    /** Returns a source that looks up a path here first, and in the other source if nothing is found. */
    default OnDemand or(OnDemand second) {
        var first = this;
        return new OnDemand() {
            @Override
            public Lookup<Document> find(String path) {
                return first.find(path).or(() -> second.find(path));
            }

            @Override
            public boolean isForm(String query) {
                return first.isForm(query) || second.isForm(query);
            }

            @Override
            public Lookup<Document> find(String path, String query) {
                return first.find(path, query).or(() -> second.find(path, query));
            }
        };
    }

    /** Whether a query string was sent by a form that is handled here. Other query strings are ignored. */
    default boolean isForm(String query) {
        return false;
    }

    /** Looks up the result of a form that was submitted to a path. */
    default Lookup<Document> find(String path, String query) {
        return find(path);
    }
}
