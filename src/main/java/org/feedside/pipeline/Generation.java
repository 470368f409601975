package org.feedside.pipeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Publication;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder.StoredFile;
import org.feedside.publishing.state.DocumentState;

/**
 * The documents of one generation, built from publications and the previous generation. A document with unchanged bytes
 * is reused, and an unchanged feed is not encoded again.
 */
public final class Generation {
    private final Map<String, BuiltDocument> built;
    private final Map<String, DocumentState> states;

    Generation(Map<String, BuiltDocument> built, Map<String, DocumentState> states) {
        this.built = built;
        this.states = states;
    }

    /** A document and the publication it was built from; the publication is empty for a document read from disk. */
    record BuiltDocument(Optional<Publication> publication, Document document) {}

    /**
     * The next generation and what has changed.
     *
     * @param ended the feeds that were published before and have no posts left, each as one of its files
     * @param refused why entries cannot be encoded, by their ids
     */
    public record GenerationResult(
            Generation next,
            int changed,
            List<Feed> ended,
            Optional<Instant> waitUntil,
            List<Diagnostic> problems,
            Map<String, Diagnostic> refused) {}

    /** Returns the generation that was published when the process ended. */
    public static Generation restored(List<Document> documents, Map<String, DocumentState> states) {
        Map<String, BuiltDocument> built = new HashMap<>();
        documents.forEach(document -> built.put(document.path(), new BuiltDocument(Optional.empty(), document)));
        return new Generation(built, states);
    }

    /** Returns the documents by path. */
    public Map<String, Document> documents() {
        var documents = new TreeMap<String, Document>();
        built.forEach((path, document) -> documents.put(path, document.document()));
        return documents;
    }

    /** Returns this generation with gzip and brotli of one more document; empty if all have them or it fails. */
    public Parsed<Generation> withNextDocumentCompressed() {
        for (var entry : built.entrySet()) {
            var document = entry.getValue().document();
            var coded = Fence.of(document.path(), () -> Encodings.complete(document));
            if (coded.value().isEmpty()) {
                return Parsed.failed(coded.problems());
            }
            var complete = coded.value().get();
            if (complete.isPresent()) {
                Map<String, BuiltDocument> all = new HashMap<>(built);
                all.put(entry.getKey(), new BuiltDocument(entry.getValue().publication(), complete.get()));
                return Parsed.of(new Generation(all, states), List.of());
            }
        }
        return Parsed.failed(List.of());
    }

    /** Returns this generation after a move to another base_url. The feeds without posts move too. */
    public Generation movedTo(String from, String to) {
        Map<String, DocumentState> moved = new HashMap<>();
        states.forEach((path, state) -> moved.put(path, state.movedTo(from, to)));
        return new Generation(built, moved);
    }

    public Map<String, DocumentState> states() {
        return states;
    }

    /** Returns the paths of the files whose state is not known. What the feeds folder has there is part of the next one. */
    public List<String> pathsWithoutState(List<Publication> publications) {
        return publications.stream()
                .flatMap(publication -> publication.files().stream())
                .map(FeedFile::path)
                .filter(path -> !states.containsKey(path))
                .toList();
    }

    /**
     * Makes the next generation from these publications and the feeds that were published before and have no posts
     * left.
     *
     * @param found the files that the feeds folder has at {@link #pathsWithoutState}, by path
     * @param isFirst whether nothing was published before
     */
    public GenerationResult next(
            List<Publication> publications,
            FeedPages pages,
            Map<String, StoredFile> found,
            boolean isFirst,
            Instant now,
            Progress progress) {
        return new GenerationMaker(built, states, pages, found, new DocumentMaker(now, isFirst), progress)
                .make(publications);
    }
}
