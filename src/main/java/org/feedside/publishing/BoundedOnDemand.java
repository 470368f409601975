package org.feedside.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.feedside.feeds.Lookup;

/**
 * Caches on-demand documents in bounded memory and limits how many are made at a time, so that requests for thousands
 * of them do not slow down requests for published feeds.
 */
public final class BoundedOnDemand implements OnDemand {
    /** The weight of all cached documents, in bytes. */
    private static final long MAX_CACHE_BYTES = 16L << 20;

    /** The weight of a cached document apart from its content, in bytes: an estimate of its objects. */
    private static final int OVERHEAD = 2_000;

    /** Two documents at a time leave CPU for other requests. */
    private static final int MAX_CONCURRENT = 2;

    /** Requests that wait for their turn each hold a thread of the server; further ones get 503. */
    private static final int MAX_WAITING = 30;

    private static final long TIMEOUT_SECONDS = 5;

    private final OnDemand source;
    private final Cache<String, Document> cache;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);
    private final Semaphore slots = new Semaphore(MAX_CONCURRENT + MAX_WAITING);

    public BoundedOnDemand(OnDemand source) {
        this(source, MAX_CACHE_BYTES);
    }

    BoundedOnDemand(OnDemand source, long maxBytes) {
        this.source = source;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(BoundedOnDemand::weight)
                // Evicts entries in the caller's thread, so that no thread pool is needed.
                .executor(Runnable::run)
                .build();
    }

    /** Makes gzip, so that the weight is that of all the bytes. */
    private static int weight(String path, Document document) {
        return document.variants().stream()
                .mapToInt(variant -> variant.bytes().size())
                .reduce(OVERHEAD, Math::addExact);
    }

    @Override
    public Lookup<Document> find(String path) {
        // Another thread may have cached it while this one waited.
        return cached(path).or(() -> limited(() -> cached(path).or(() -> make(path))));
    }

    /** Results of forms are redirects, or differ each time, so they are not cached. */
    @Override
    public Optional<Supplier<Lookup<Document>>> form(String path, String query) {
        return source.form(path, query).map(form -> () -> limited(form));
    }

    @Override
    public List<Document> files() {
        return source.files();
    }

    private Lookup<Document> limited(Supplier<Lookup<Document>> work) {
        if (!slots.tryAcquire()) {
            return new Lookup.Unavailable<>();
        }
        try {
            return permits.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    ? thenRelease(work)
                    : new Lookup.Unavailable<>();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Lookup.Unavailable<>();
        } finally {
            slots.release();
        }
    }

    private Lookup<Document> thenRelease(Supplier<Lookup<Document>> work) {
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private Lookup<Document> cached(String path) {
        return Lookup.of(Optional.ofNullable(cache.getIfPresent(path)));
    }

    private Lookup<Document> make(String path) {
        var result = source.find(path);
        result.value().ifPresent(document -> cache.put(path, document));
        return result;
    }
}
