package org.feedside.publishing;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that is served at one moment. One answer is made from one snapshot, so it never mixes two generations. */
public final class Snapshot {
    /** Nothing was ever published. */
    public static final Snapshot EMPTY = new Snapshot(0, Map.of());

    private final long generation;
    private final Map<String, Document> documents;

    /** The documents of one generation, by their path. */
    public Snapshot(long generation, Map<String, Document> documents) {
        this.generation = generation;
        this.documents = Collections.unmodifiableMap(new TreeMap<>(documents));
    }

    public long generation() {
        return generation;
    }

    /** The document at a path, which is percent-decoded and has no leading slash. */
    public Optional<Document> find(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    /** In the order of their paths. */
    public Collection<Document> documents() {
        return documents.values();
    }
}
