package org.feedside.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes documents on demand in bounded memory, few at a time, so that whoever asks for thousands of them slows down nobody
 * who asks for a feed that is there.
 */
public final class BoundedOnDemand implements OnDemand {
    /** What the remembered documents may weigh, in bytes. */
    private static final long MOST_BYTES = 16L << 20;

    /** What a document weighs beside its bytes. */
    private static final int OVERHEAD = 2_000;

    private static final int MAKERS = 2;
    private static final int MOST_WAITING = 30;
    private static final long PATIENCE_SECONDS = 5;

    private final OnDemand maker;
    private final Cache<String, Document> made;
    private final Semaphore makers = new Semaphore(MAKERS, true);
    private final Semaphore places = new Semaphore(MAKERS + MOST_WAITING);

    /** Remembers what another one makes. */
    public BoundedOnDemand(OnDemand maker) {
        this(maker, MOST_BYTES);
    }

    BoundedOnDemand(OnDemand maker, long mostBytes) {
        this.maker = maker;
        this.made = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher(BoundedOnDemand::weight)
                // In the caller's thread: no other needs to be there.
                .executor(Runnable::run)
                .build();
    }

    private static int weight(String path, Document document) {
        return document.variants().stream()
                .mapToInt(variant -> variant.bytes().size())
                .reduce(OVERHEAD, Math::addExact);
    }

    @Override
    public Lookup find(String path) {
        var known = Optional.ofNullable(made.getIfPresent(path));
        return known.isPresent() ? new Lookup.Here(known.get()) : inTurn(() -> remembered(path));
    }

    @Override
    public boolean isForm(String query) {
        return maker.isForm(query);
    }

    /** What forms ask for leads elsewhere, or differs each time: nothing of it is worth to be remembered. */
    @Override
    public Lookup find(String path, String query) {
        return isForm(query) ? inTurn(() -> maker.find(path, query)) : find(path);
    }

    private Lookup inTurn(Supplier<Lookup> work) {
        if (!places.tryAcquire()) {
            return new Lookup.Later();
        }
        try {
            return wait(work);
        } finally {
            places.release();
        }
    }

    private Lookup wait(Supplier<Lookup> work) {
        try {
            if (!makers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Lookup.Later();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Lookup.Later();
        }
        try {
            return work.get();
        } finally {
            makers.release();
        }
    }

    private Lookup remembered(String path) {
        // Somebody may have made it in the meantime.
        var known = Optional.ofNullable(made.getIfPresent(path));
        return known.isPresent() ? new Lookup.Here(known.get()) : make(path);
    }

    private Lookup make(String path) {
        var finding = maker.find(path);
        if (finding instanceof Lookup.Here here) {
            made.put(path, here.document());
        }
        return finding;
    }
}
