package org.feedside.publishing;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.feeds.FeedFile;

/** Everything that is served at one moment. One answer is made from one snapshot, so it never mixes two generations. */
public final class Snapshot {
    /** Nothing was ever published. */
    public static final Snapshot EMPTY = new Snapshot(0, Map.of(), OnDemand.NONE);

    private final long generation;
    private final Map<String, Document> documents;
    private final OnDemand onDemand;

    /**
     * Takes the documents of one generation.
     *
     * @param documents those that are always there, by their path
     * @param onDemand all others
     */
    public Snapshot(long generation, Map<String, Document> documents, OnDemand onDemand) {
        this.generation = generation;
        var sorted = new TreeMap<String, Document>();
        documents.forEach((path, document) -> sorted.put(FeedFile.composed(path), document));
        this.documents = Collections.unmodifiableMap(sorted);
        this.onDemand = onDemand;
    }

    public long generation() {
        return generation;
    }

    /** Whether nothing was ever published. */
    public boolean isEmpty() {
        return this == EMPTY;
    }

    /**
     * What there is at a path; if need be, the document is made now.
     *
     * @param path without a leading slash, percent-decoded
     */
    public Lookup seek(String path) {
        return seek(path, "");
    }

    /**
     * What there is at a path, or what a form there asks for.
     *
     * @param query as it came, without the question mark; empty if there is none
     */
    public Lookup seek(String path, String query) {
        return find(path).<Lookup>map(Lookup.Here::new).orElseGet(() -> onDemand.find(FeedFile.composed(path), query));
    }

    /**
     * Finds a document that is always there.
     *
     * @param path without a leading slash, percent-decoded
     */
    public Optional<Document> find(String path) {
        return Optional.ofNullable(documents.get(FeedFile.composed(path)));
    }

    /** Those that are always there, in the order of their paths. */
    public Collection<Document> documents() {
        return documents.values();
    }
}
