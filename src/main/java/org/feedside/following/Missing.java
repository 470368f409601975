package org.feedside.following;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.DocumentState;

/** Downloads the documents of a manifest that are not served yet. Each is downloaded once, even if another one fails. */
final class Missing {
    private final Source source;
    private final int concurrency;

    /** The bytes by digest, until all are downloaded. */
    private final Map<String, Bytes> kept = new ConcurrentHashMap<>();

    /** @param concurrency the number of documents that are downloaded at once */
    Missing(Source source, int concurrency) {
        this.source = source;
        this.concurrency = concurrency;
    }

    /** Returns the documents whose bytes are not among these. */
    static List<DocumentState> of(Manifest manifest, Map<String, Document> served) {
        return manifest.documents().stream()
                .map(Manifest.Listed::state)
                .filter(document -> Optional.ofNullable(
                                served.get(document.file().path()))
                        .filter(known -> known.digest().equals(document.digest()))
                        .isEmpty())
                .toList();
    }

    /**
     * Returns the bytes of the missing documents by path.
     *
     * @throws IOException if one of them cannot be read, or is another version than the manifest says
     */
    Map<String, Bytes> download(Manifest manifest, Map<String, Document> served) throws IOException {
        var missing = of(manifest, served);
        kept.keySet().retainAll(missing.stream().map(DocumentState::digest).collect(Collectors.toSet()));
        var threads = Executors.newFixedThreadPool(Math.max(1, Math.min(concurrency, missing.size())));
        try {
            var downloads = threads.invokeAll(missing.stream()
                    .map(document -> (Callable<Bytes>) () -> get(document))
                    .toList());
            var downloaded = new HashMap<String, Bytes>();
            for (int i = 0; i < missing.size(); i++) {
                downloaded.put(missing.get(i).file().path(), result(downloads.get(i)));
            }
            kept.clear();
            return downloaded;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Bytes result(Future<Bytes> download) throws IOException, InterruptedException {
        try {
            return download.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Bytes get(DocumentState document) throws IOException {
        var known = Optional.ofNullable(kept.get(document.digest()));
        if (known.isPresent()) {
            return known.get();
        }
        var bytes = verified(document);
        kept.put(document.digest(), bytes);
        return bytes;
    }

    private Bytes verified(DocumentState document) throws IOException {
        var bytes = source.document(document);
        if (!bytes.digest().equals(document.digest())) {
            throw new IOException(
                    "%s is another version than the manifest says: the publication is changing, or a cache is outdated"
                            .formatted(document.file().path()));
        }
        return bytes;
    }
}
