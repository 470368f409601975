package org.feedside.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedside.feeds.Format;
import org.feedside.feeds.Lookup;
import org.feedside.testing.Documents;
import org.junit.jupiter.api.Test;

class BoundedOnDemandTest {
    private final AtomicInteger made = new AtomicInteger();

    private Lookup<Document> make(String path) {
        made.incrementAndGet();
        return new Lookup.Found<>(Documents.onDemand(path, Format.JSON, path.repeat(100)));
    }

    private static Optional<Document> document(Lookup<Document> result) {
        return result.value();
    }

    @Test
    void a_document_is_made_once() {
        var onDemand = new BoundedOnDemand(this::make);

        assertThat(document(onDemand.find("a"))).isEqualTo(document(onDemand.find("a")));
        assertThat(made).hasValue(1);
    }

    @Test
    void the_cache_is_bounded() {
        var onDemand = new BoundedOnDemand(this::make, 20_000);

        for (int i = 0; i < 100; i++) {
            onDemand.find("a" + i);
        }

        var firstRound = made.getAndSet(0);
        for (int i = 0; i < 100; i++) {
            onDemand.find("a" + i);
        }
        assertThat(firstRound).isEqualTo(100);
        assertThat(made.get()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void redirects_are_not_cached() {
        var onDemand = new BoundedOnDemand(path -> {
            made.incrementAndGet();
            return new Lookup.Moved<>("b");
        });

        onDemand.find("a");
        onDemand.find("a");

        assertThat(made).hasValue(2);
    }

    @Test
    void excess_requests_are_refused_instead_of_blocking_all_threads() throws Exception {
        var release = new CountDownLatch(1);
        var entered = new CountDownLatch(2);
        var onDemand = new BoundedOnDemand(path -> {
            entered.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return make(path);
        });
        var threads = Executors.newCachedThreadPool();
        try {
            List<Future<Lookup<Document>>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                var path = "a" + i;
                results.add(threads.submit(() -> onDemand.find(path)));
            }
            entered.await();
            // Two are being made and thirty wait; the other 68 are answered at once.
            var refused = 0;
            while (refused < 68) {
                refused = (int) results.stream().filter(Future::isDone).count();
                Thread.onSpinWait();
            }
            release.countDown();
            for (var result : results) {
                result.get();
            }
            assertThat(made.get()).isEqualTo(32);
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void a_document_on_demand_has_a_tag_but_no_date() {
        var document = document(make("a")).orElseThrow();

        assertThat(document.lastModified()).isEmpty();
        assertThat(document.identity().entityTag()).isNotBlank();
        assertThat(document.entries()).isEmpty();
    }
}
