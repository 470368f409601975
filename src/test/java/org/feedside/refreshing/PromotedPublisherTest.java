package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.MemoryStateStore;
import org.junit.jupiter.api.Test;

/** A publisher that continues from another one, which may have published more than is known. */
class PromotedPublisherTest {
    private final World world = new World();

    @Test
    void a_feed_that_is_new_to_it_has_the_time_of_its_publication() {
        world.post("one", "2025-01-02");
        world.refresh();
        var site = world.document("atom.xml").lastModified();
        var state = Manifest.read(world.found(Manifest.PATH).getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .state();
        var first = Instant.parse("2026-01-01T00:00:00Z");
        world.refresher = world.start(new MemoryStateStore(state.promoted(first).promoted(first.plusSeconds(1))));
        world.refresh();
        assertThat(world.document("atom.xml").lastModified()).isEqualTo(site);

        world.post("two", "2025-01-03", "a");
        world.refresh();

        assertThat(world.document("tags/a/atom.xml").lastModified()).contains(world.clock.instant());
        assertThat(world.updated("tags/a/atom.xml")).isEqualTo(Instant.parse("2025-01-03T00:00:00Z"));
    }
}
