package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.feedside.base.disk.FileChanges;
import org.feedside.config.ServiceConfig;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateStore;
import org.feedside.refreshing.watch.Hints;
import org.junit.jupiter.api.Test;

/** Runs the loop in simulated time with hints at given times. */
class RefreshLoopTest {
    private final World world = new World();
    private final Story story = new Story();
    private final List<Instant> refreshes = new ArrayList<>();
    private final List<Instant> releases = new ArrayList<>();
    private final Instant start = world.clock.instant();

    /** Events at given times. At the end of the story the loop is interrupted. */
    private final class Story implements Hints {
        private final TreeMap<Instant, Runnable> events = new TreeMap<>();
        private Instant end = Instant.MAX;
        private boolean isNewFolder;

        void at(Duration time, Runnable event) {
            events.put(start.plus(time), event);
        }

        void endsAfter(Duration time) {
            end = start.plus(time);
        }

        @Override
        public boolean watch(Set<Path> folders) {
            var isNew = isNewFolder;
            isNewFolder = false;
            return isNew;
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
        public FileChanges changes() {
            return FileChanges.ANYWHERE;
        }

        @Override
        public void close() {}
    }

    private void runStory() {
        runStory(world.refresher, refresh -> refreshes.add(world.clock.instant()));
    }

    private void runStory(Refresher refresher, Consumer<RefreshRun> listener) {
        try {
            var running = new RunningRefresh(world.clock);
            Runnable memoryRelease = () -> releases.add(world.clock.instant());
            new RefreshLoop(refresher, story, world.clock, ServiceConfig.DEFAULT, running, listener, memoryRelease)
                    .run();
        } catch (InterruptedException e) {
            assertThat(e).hasMessage("the story is over");
        }
    }

    private List<Duration> times() {
        return refreshes.stream().map(time -> Duration.between(start, time)).toList();
    }

    @Test
    void a_change_is_scanned_once_the_folder_is_quiet() {
        story.at(Duration.ofSeconds(5), () -> world.post("one", "2026-01-01"));
        story.at(Duration.ofMillis(5_060), () -> world.post("one", "2026-01-02"));
        story.endsAfter(Duration.ofSeconds(6));

        runStory();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofMillis(5_160));
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void a_post_that_is_being_saved_at_the_start_is_not_read_before_it_is_whole() {
        story.isNewFolder = true;
        story.at(Duration.ofMillis(60), () -> world.write("content/one.md", ""));
        story.at(Duration.ofMillis(120), () -> world.post("one", "2026-01-01"));
        story.endsAfter(Duration.ofSeconds(6));
        var problems = new ArrayList<Object>();

        runStory(world.refresher, refresh -> {
            refreshes.add(world.clock.instant());
            problems.addAll(refresh.result().orElseThrow().problems());
        });

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofMillis(220));
        assertThat(world.titles("atom.xml")).containsExactly("one");
        assertThat(problems).isEmpty();
    }

    @Test
    void a_new_folder_is_scanned_again_when_it_is_watched() {
        story.isNewFolder = true;
        story.endsAfter(Duration.ofSeconds(6));

        runStory();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofMillis(100));
    }

    @Test
    void constant_changes_are_scanned_after_a_second() {
        for (int i = 0; i < 100; i++) {
            story.at(Duration.ofMillis(5_000 + 50 * i), () -> {});
        }
        story.endsAfter(Duration.ofMillis(6_500));

        runStory();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofSeconds(6));
    }

    @Test
    void a_change_without_an_event_is_found_by_the_regular_scan() {
        story.at(Duration.ofSeconds(29), () -> {});
        story.endsAfter(Duration.ofSeconds(70));

        runStory();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofMillis(29_100), Duration.ofMillis(59_100));
    }

    @Test
    void a_scheduled_post_appears_at_its_date() {
        world.post("later", start.plusSeconds(10).toString());
        story.endsAfter(Duration.ofSeconds(11));

        runStory();

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofSeconds(10));
        assertThat(world.titles("atom.xml")).containsExactly("later");
    }

    @Test
    void an_internal_error_is_reported_and_the_next_scan_takes_place() {
        var broken = world.start(new BrokenStore());
        var runs = new ArrayList<RefreshRun>();
        story.endsAfter(Duration.ofSeconds(31));

        runStory(broken, runs::add);

        assertThat(runs)
                .containsExactly(
                        new RefreshRun(start, start, Optional.empty()),
                        new RefreshRun(start.plusSeconds(30), start.plusSeconds(30), Optional.empty()));
    }

    @Test
    void a_failing_listener_does_not_end_the_loop() {
        story.endsAfter(Duration.ofSeconds(31));

        runStory(world.refresher, refresh -> {
            refreshes.add(world.clock.instant());
            throw new IllegalStateException("a bug in the listener");
        });

        assertThat(times()).containsExactly(Duration.ZERO, Duration.ofSeconds(30));
    }

    @Test
    void memory_is_released_after_the_first_publication() {
        world.post("one", "2026-01-01");
        story.endsAfter(Duration.ofSeconds(70));

        runStory();

        assertThat(releases).containsExactly(start);
    }

    /** Each change concerns 3 of the 4 documents; 4 are compressed once. */
    @Test
    void memory_is_released_again_after_a_hundred_documents_even_if_there_is_no_time_to_compress() {
        world.post("one", "2025-01-01");
        for (var n = 0; n < 40; n++) {
            var date = "2026-01-%02d".formatted(1 + n % 28);
            story.at(Duration.ofSeconds(5 + n), () -> world.post("one", date));
        }
        story.endsAfter(Duration.ofSeconds(45));

        runStory();

        assertThat(releases).hasSize(2);
        assertThat(releases.get(1)).isBetween(start.plusSeconds(5 + 32), start.plusSeconds(5 + 33));
    }

    /** A store that fails with an unexpected exception. */
    private static final class BrokenStore implements StateStore {
        @Override
        public PublishedState load() {
            return PublishedState.NONE;
        }

        @Override
        public void save(PublishedState next) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public void close() {}
    }
}
