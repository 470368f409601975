package org.feedside.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.junit.jupiter.api.Test;

class BoundedOnDemandTest {
    private final AtomicInteger made = new AtomicInteger();

    private Lookup make(String path) {
        made.incrementAndGet();
        var file = new FeedFile(path, "https://example.org/" + path, "id", Format.JSON);
        return new Lookup.Here(Document.onDemand(file, "https://example.org/", Bytes.utf8(path.repeat(100))));
    }

    private static Optional<Document> document(Lookup finding) {
        return finding instanceof Lookup.Here here ? Optional.of(here.document()) : Optional.empty();
    }

    @Test
    void what_was_made_is_remembered() {
        var onDemand = new BoundedOnDemand(this::make);

        assertThat(document(onDemand.find("a"))).isEqualTo(document(onDemand.find("a")));
        assertThat(made).hasValue(1);
    }

    @Test
    void only_so_much_is_remembered() {
        var onDemand = new BoundedOnDemand(this::make, 20_000);

        for (int i = 0; i < 100; i++) {
            onDemand.find("a" + i);
        }

        var again = made.getAndSet(0);
        for (int i = 0; i < 100; i++) {
            onDemand.find("a" + i);
        }
        assertThat(again).isEqualTo(100);
        assertThat(made.get()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void what_is_elsewhere_or_nowhere_takes_no_memory() {
        var onDemand = new BoundedOnDemand(path -> {
            made.incrementAndGet();
            return new Lookup.Elsewhere("b");
        });

        onDemand.find("a");
        onDemand.find("a");

        assertThat(made).hasValue(2);
    }

    @Test
    void a_crowd_is_asked_to_come_later_instead_of_taking_all_threads() throws Exception {
        var open = new CountDownLatch(1);
        var entered = new CountDownLatch(2);
        var onDemand = new BoundedOnDemand(path -> {
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return make(path);
        });
        var threads = Executors.newCachedThreadPool();
        try {
            List<Future<Lookup>> findings = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                var path = "a" + i;
                findings.add(threads.submit(() -> onDemand.find(path)));
            }
            entered.await();
            // Two are made and thirty wait; each of the others is answered though nothing moves.
            var later = 0;
            while (later < 68) {
                later = (int) findings.stream().filter(Future::isDone).count();
                Thread.onSpinWait();
            }
            open.countDown();
            for (var finding : findings) {
                finding.get();
            }
            assertThat(made.get()).isEqualTo(32);
        } finally {
            open.countDown();
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
