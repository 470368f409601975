package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.MemoryStateStore;
import org.junit.jupiter.api.Test;

/** A publisher that continues from another one, which may have published more than is known. */
class PromotedPublisherTest {
    private final World world = new World();

    @Test
    void known_feeds_have_the_time_of_the_promotion_and_new_ones_that_of_their_publication() {
        world.post("one", "2025-01-02");
        world.refresh();
        var state = Manifest.read(world.found(Manifest.PATH).getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .state();
        var promotion = Instant.parse("2026-03-01T13:00:00Z");
        world.clock.advance(Duration.ofHours(2));
        world.refresher = world.start(
                new MemoryStateStore(state.promoted(promotion.minusSeconds(1)).promoted(promotion)));
        world.refresh();
        assertThat(world.document("atom.xml").lastModified()).contains(promotion);

        world.post("two", "2025-01-03", "a");
        world.refresh();

        assertThat(world.document("tags/a/atom.xml").lastModified()).contains(world.clock.instant());
        assertThat(world.updated("tags/a/atom.xml")).isEqualTo(Instant.parse("2025-01-03T00:00:00Z"));
    }
}
