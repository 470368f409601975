package org.feedside.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An event of a story. A story is drawn from its seed in advance, so that it can be printed and shortened.
 *
 * @param after the time since the previous step
 * @param which a random number that selects a post
 * @param how a random number that selects a variation
 */
public record Step(Duration after, Kind kind, int which, int how) {
    /** The kinds of events with their relative frequencies. */
    enum Kind {
        NEW_POST(12),
        EDIT(14),
        HALF_WRITE(4),
        BREAK(4),
        DELETE(5),
        RENAME(3),
        DRAFT(2),
        FUTURE(2),
        RETAG(4),
        FLOOD(2),
        CHECKOUT(3),
        SWAP(2),
        VANISH(6),
        LOSE_TARGET(3),
        RESTORE_TARGET(3),
        EMPTY(1),
        UNMOUNT(2),
        MOUNT(2),
        NEW_TITLE(2),
        BREAK_CONFIG(1),
        REPAIR_CONFIG(2),
        CLOCK(3),
        RESTART(3),
        CRASH(4),
        POWER_LOSS(2),
        UNREADABLE(3),
        UNLISTABLE(2),
        DISK_FULL(2),
        FEEDS_DAMAGED(2),
        NO_TROUBLE(4),
        EVENTS_LOST(2),
        EVENTS_BACK(2),
        NOISE(2),
        MEANWHILE(5),
        ACCEPT(1),
        POLL(10),
        QUIET(3);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final List<Kind> KINDS = kinds();

    private static List<Kind> kinds() {
        var kinds = new ArrayList<Kind>();
        for (var kind : Kind.values()) {
            for (int i = 0; i < kind.weight; i++) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Returns the story of a seed. */
    static List<Step> story(long seed, int length) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < length; i++) {
            steps.add(new Step(
                    pause(random),
                    KINDS.get(random.nextInt(KINDS.size())),
                    random.nextInt(1 << 20),
                    random.nextInt(1 << 20)));
        }
        return steps;
    }

    /** Often shorter than a scan, sometimes longer than the delay after which posts are removed. */
    private static Duration pause(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> Duration.ofMillis(random.nextInt(80));
            case 3, 4, 5 -> Duration.ofMillis(random.nextInt(3_000));
            case 6, 7, 8 -> Duration.ofSeconds(random.nextInt(90));
            default -> Duration.ofSeconds(random.nextInt(1_000));
        };
    }

    @Override
    public String toString() {
        return "%s %s %d %d".formatted(after, kind, which, how);
    }
}
