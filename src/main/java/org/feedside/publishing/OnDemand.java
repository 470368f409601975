package org.feedside.publishing;

/**
 * A source of documents that are too many to make in advance, so each is made when it is requested. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface OnDemand {
    /** No documents. */
    OnDemand NONE = path -> new Lookup.NotFound();

    /**
     * Looks up a path.
     *
     * @param path below base_url, without a leading slash, percent-decoded
     */
    Lookup find(String path);

    /** Returns a source that looks up a path here first, and in the other source if nothing is found. */
    default OnDemand or(OnDemand second) {
        var first = this;
        return new OnDemand() {
            @Override
            public Lookup find(String path) {
                var result = first.find(path);
                return result instanceof Lookup.NotFound ? second.find(path) : result;
            }

            @Override
            public boolean isForm(String query) {
                return first.isForm(query) || second.isForm(query);
            }

            @Override
            public Lookup find(String path, String query) {
                var result = first.find(path, query);
                return result instanceof Lookup.NotFound ? second.find(path, query) : result;
            }
        };
    }

    /** Whether a query string was sent by a form that is handled here. Other query strings are ignored. */
    default boolean isForm(String query) {
        return false;
    }

    /** Looks up the result of a form that was submitted to a path. */
    default Lookup find(String path, String query) {
        return find(path);
    }
}
