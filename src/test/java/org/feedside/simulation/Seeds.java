package org.feedside.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs the stories of many seeds and shortens a story that fails. */
final class Seeds {
    private static final int STEPS = 45;

    private final Map<String, Integer> faults = new TreeMap<>();
    private Duration simulated = Duration.ZERO;
    private long done;

    /** A story that breaks a promise. */
    record Failure(long seed, List<Step> steps, Throwable broken) {
        @Override
        public String toString() {
            var story = new StringBuilder("seed %d breaks a promise after %d steps:%n".formatted(seed, steps.size()));
            steps.forEach(step -> story.append("  ").append(step).append('\n'));
            return story.append(broken).toString();
        }
    }

    /** Runs {@code count} seeds and returns the first failure, if any. */
    Optional<Failure> run(long first, long count) {
        for (long seed = first; seed < first + count; seed++) {
            var steps = Step.story(seed, STEPS);
            var broken = broken(seed, steps);
            if (broken.isPresent()) {
                return Optional.of(new Failure(seed, steps, broken.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "%d seeds, %d days simulated, %s".formatted(done, simulated.toDays(), faults);
    }

    private Optional<Throwable> broken(long seed, List<Step> steps) {
        try {
            var summary = Simulation.run(seed, steps);
            done++;
            simulated = simulated.plus(summary.simulated());
            summary.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Removes parts of the story, large ones first, while it still fails. */
    Failure shortest(Failure failure) {
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
        return new Failure(seed, steps, broken);
    }

    /**
     * Stops at the first failure, prints it and exits with 1. Arguments: the number of seeds and optionally the first
     * seed (default 0).
     */
    public static void main(String[] arguments) {
        var seeds = new Seeds();
        var first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        var failure = seeds.run(first, Long.parseLong(arguments[0]));
        failure.ifPresent(System.out::println);
        System.out.println(seeds);
        System.exit(failure.isPresent() ? 1 : 0);
    }
}
