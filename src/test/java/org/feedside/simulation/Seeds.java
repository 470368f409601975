package org.feedside.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs the stories of many seeds and shortens a story that fails.
 *
 * @param <S> a step of a story
 */
final class Seeds<S> {
    private static final int STEPS = 45;

    private final Stories<S> stories;
    private final Play<S> play;
    private final Map<String, Integer> faults = new TreeMap<>();
    private Duration simulated = Duration.ZERO;
    private long done;

    private Seeds(Stories<S> stories, Play<S> play) {
        this.stories = stories;
        this.play = play;
    }

    /** Returns the stories of one service and its author. */
    static Seeds<Step> ofService() {
        return new Seeds<>(Step::story, Simulation::run);
    }

    /** Returns the stories of a publisher and its followers. */
    static Seeds<FollowersStep> ofFollowers() {
        return new Seeds<>(FollowersStep::story, FollowersSimulation::run);
    }

    private interface Stories<S> {
        List<S> story(long seed, int length);
    }

    private interface Play<S> {
        Simulation.Summary run(long seed, List<S> steps);
    }

    /** A story that breaks a promise. */
    record Failure<S>(long seed, List<S> steps, Throwable broken) {
        @Override
        public String toString() {
            var story = new StringBuilder("seed %d breaks a promise after %d steps:%n".formatted(seed, steps.size()));
            steps.forEach(step -> story.append("  ").append(step).append('\n'));
            return story.append(broken).toString();
        }
    }

    /** Runs {@code count} seeds and returns the first failure, if any. */
    Optional<Failure<S>> run(long first, long count) {
        for (long seed = first; seed < first + count; seed++) {
            var steps = stories.story(seed, STEPS);
            var broken = broken(seed, steps);
            if (broken.isPresent()) {
                return Optional.of(new Failure<>(seed, steps, broken.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "%d seeds, %d days simulated, %s".formatted(done, simulated.toDays(), faults);
    }

    private Optional<Throwable> broken(long seed, List<S> steps) {
        try {
            var summary = play.run(seed, steps);
            done++;
            simulated = simulated.plus(summary.simulated());
            summary.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Removes parts of the story, large ones first, while it still fails. */
    Failure<S> shortest(Failure<S> failure) {
        var seed = failure.seed();
        var steps = failure.steps();
        var broken = failure.broken();
        for (int size = steps.size() / 2; size > 0; size /= 2) {
            for (int from = 0; from + size <= steps.size(); ) {
                var shorter = new ArrayList<>(steps.subList(0, from));
                shorter.addAll(steps.subList(from + size, steps.size()));
                var failing = broken(seed, shorter);
                if (failing.isPresent()) {
                    steps = shorter;
                    broken = failing.get();
                } else {
                    from += size;
                }
            }
        }
        return new Failure<>(seed, steps, broken);
    }

    /**
     * Stops at the first failure, prints it and exits with 1. Arguments: {@code service} or {@code followers}, the number of
     * seeds and optionally the first seed (default 0).
     */
    public static void main(String[] arguments) {
        var seeds = arguments[0].equals("followers") ? ofFollowers() : ofService();
        var first = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
        System.exit(seeds.report(first, Long.parseLong(arguments[1])) ? 0 : 1);
    }

    private boolean report(long first, long count) {
        var failure = run(first, count);
        failure.ifPresent(System.out::println);
        System.out.println(this);
        return failure.isEmpty();
    }
}
