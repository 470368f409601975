package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.feedside.config.ServiceConfig;
import org.junit.jupiter.api.Test;

/** The loop under simulated time: hints come when the story says so. */
class RefreshLoopTest {
    private final World world = new World();
    private final Story story = new Story();
    private final List<Instant> refreshes = new ArrayList<>();
    private final Instant start = world.clock.instant();

    /** A disk whose events happen at given times; when the story is over, the loop is told to end. */
    private final class Story implements Hints {
        private final TreeMap<Instant, Runnable> events = new TreeMap<>();
        private Instant end = Instant.MAX;

        void at(Duration time, Runnable event) {
            events.put(start.plus(time), event);
        }

        void endsAfter(Duration time) {
            end = start.plus(time);
        }

        @Override
        public boolean watch(Set<Path> folders) {
            return false;
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            var until = world.clock.instant().plus(atMost.isNegative() ? Duration.ZERO : atMost);
            var isHint = !events.isEmpty() && !events.firstKey().isAfter(until);
            var next = isHint ? events.firstKey() : until;
            if (next.isAfter(end)) {
                throw new InterruptedException("the story is over");
            }
            world.clock.advance(Duration.between(world.clock.instant(), next));
            if (isHint) {
                events.pollFirstEntry().getValue().run();
            }
            return isHint;
        }

        @Override
        public void close() {}
    }

    private void tell() {
        try {
            new RefreshLoop(
                            world.refresher,
                            story,
                            world.clock,
                            ServiceConfig.DEFAULT,
                            outcome -> refreshes.add(world.clock.instant()))
                    .run();
        } catch (InterruptedException e) {
            assertThat(e).hasMessage("the story is over");
        }
    }

    private List<Duration> times() {
        return refreshes.stream().map(time -> Duration.between(start, time)).toList();
    }

    @Test
    void a_change_is_looked_at_once_the_folder_is_quiet() {
        story.at(Duration.ofSeconds(5), () -> world.post("one", "2026-01-01"));
        story.at(Duration.ofMillis(5_060), () -> world.post("one", "2026-01-02"));
        story.endsAfter(Duration.ofSeconds(6));

        tell();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofMillis(5_160));
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void a_flood_of_changes_is_looked_at_after_a_second() {
        for (int i = 0; i < 100; i++) {
            story.at(Duration.ofMillis(5_000 + 50 * i), () -> {});
        }
        story.endsAfter(Duration.ofMillis(6_500));

        tell();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofSeconds(6));
    }

    @Test
    void a_change_without_an_event_is_found_by_the_regular_look() {
        story.at(Duration.ofSeconds(29), () -> {});
        story.endsAfter(Duration.ofSeconds(70));

        tell();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofMillis(29_100), Duration.ofMillis(59_100));
    }

    @Test
    void a_post_appears_at_its_minute() {
        world.post("later", start.plusSeconds(10).toString());
        story.endsAfter(Duration.ofSeconds(11));

        tell();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofSeconds(10));
        assertThat(world.titles("atom.xml")).containsExactly("later");
    }
}
