package org.feedside.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.config.MovedFeeds;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Lookup;

/** Everything that is served at one moment. A response is made from one, so it never mixes two generations. */
public final class Snapshot {
    /** The snapshot before the first publication. */
    public static final Snapshot EMPTY = new Snapshot(0, Map.of(), OnDemand.NONE);

    private final long generation;
    private final Map<String, Document> documents;
    private final OnDemand onDemand;

    /**
     * Holds the documents of one generation.
     *
     * @param documents the published documents by path
     * @param onDemand the source of all other documents
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
     * Looks up a path, or the result of a form that was submitted to it. An on-demand document is made now.
     *
     * @param path without a leading slash, percent-decoded
     * @param query the raw query string without the question mark; empty if there is none
     */
    public Lookup<Document> lookUp(String path, String query) {
        return Lookup.of(find(path)).or(() -> onDemand.find(FeedFile.composed(path), query));
    }

    /**
     * Returns a published document; empty if there is none at the path.
     *
     * @param path without a leading slash, percent-decoded
     */
    public Optional<Document> find(String path) {
        return Optional.ofNullable(documents.get(FeedFile.composed(path)));
    }

    /**
     * Returns everything that can be a file of a static host: the published documents, and the archives and pages, which
     * have the newest Last-Modified of the documents.
     *
     * @param moves the feeds that moved or were retired, which are left out
     */
    public Snapshot asFiles(MovedFeeds moves) {
        var time = lastModified();
        var files = new TreeMap<>(documents);
        onDemand.files().forEach(file -> files.putIfAbsent(file.path(), file.withLastModified(time)));
        files.keySet()
                .removeIf(path -> moves.isRetired(path) || moves.target(path).isPresent());
        return new Snapshot(generation, files, OnDemand.NONE);
    }

    /** Returns the snapshot without these documents. */
    public Snapshot without(Collection<Document> others) {
        var rest = new TreeMap<>(documents);
        rest.values().removeAll(others);
        return new Snapshot(generation, rest, onDemand);
    }

    /** Returns the newest Last-Modified of the published documents. */
    public Instant lastModified() {
        return documents.values().stream()
                .flatMap(document -> document.lastModified().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Returns the published documents in the order of their paths. */
    public Collection<Document> documents() {
        return documents.values();
    }
}
