package org.feedside.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An event of a story of a publisher and its followers, after which some machines refresh.
 *
 * @param after the time since the previous step
 * @param which a random number that selects a machine or a post
 * @param how a random number that selects a variation
 * @param refreshes a random number that selects the machines that refresh, and their order
 */
record FollowersStep(Duration after, Kind kind, int which, int how, int refreshes) {
    /** The kinds of events with their relative frequencies. */
    enum Kind {
        NEW_POST(10),
        EDIT(10),
        RETAG(4),
        DELETE(4),
        SYNCHRONISE(8),
        NETWORK(6),
        NO_TROUBLE(4),
        AWAY(2),
        BACK(3),
        CRASH(6),
        RESTART(3),
        POWER_LOSS(2),
        DISK_FULL(2),
        DAMAGE(2),
        LOST(2),
        PROMOTION(4),
        SECOND_PUBLISHER(1),
        RETURN_OF_THE_LOST(1),
        END_OF_MISTAKE(4),
        BACKUP(2),
        RESTORE(1),
        ON_DEMAND(8),
        POLL(12);

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
    static List<FollowersStep> story(long seed, int length) {
        var random = new Random(seed);
        var steps = new ArrayList<FollowersStep>();
        for (int i = 0; i < length; i++) {
            steps.add(new FollowersStep(
                    pause(random),
                    KINDS.get(random.nextInt(KINDS.size())),
                    random.nextInt(1 << 20),
                    random.nextInt(1 << 20),
                    random.nextInt(1 << 20)));
        }
        return steps;
    }

    /** Often within a second, sometimes longer than the time between two comparisons of all files. */
    private static Duration pause(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Duration.ofMillis(random.nextInt(900));
            case 2, 3, 4, 5 -> Duration.ofMillis(random.nextInt(4_000));
            case 6 -> Duration.ofSeconds(random.nextInt(40));
            default -> Duration.ofSeconds(random.nextInt(200));
        };
    }

    @Override
    public String toString() {
        return "%s %s %d %d %d".formatted(after, kind, which, how, refreshes);
    }
}
