package org.feedside.fuzzing;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Fuzzes one target: {@code LongRun TARGET CASES [SEED [FIRST]]}. Prints its progress every ten seconds and stops at
 * the first failure. {@code LongRun} alone lists the targets.
 */
public final class LongRun {
    private static final Duration MAX_TIME_PER_FILE = Duration.ofSeconds(2);
    private static final Duration STUCK = Duration.ofSeconds(20);
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private LongRun() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.out.println("TARGET CASES [SEED [FIRST]]; targets: " + Targets.names());
            return;
        }
        var target = Targets.named(arguments[0]);
        var cases = Long.parseLong(arguments[1]);
        var seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        var first = arguments.length > 3 ? Long.parseLong(arguments[3]) : 0;
        var fuzzer = new Fuzzer(target, seed);
        var start = System.nanoTime();
        var next = start + PAUSE;
        System.out.printf("%s, seed %d%n", target.name(), seed);
        watch(fuzzer);
        for (long i = first; i < first + cases; i++) {
            fuzzer.run(i);
            if (fuzzer.slowest().compareTo(MAX_TIME_PER_FILE) > 0) {
                throw new AssertionError("%s: the file of seed %d, index %d took %s"
                        .formatted(target.name(), seed, i, fuzzer.slowest()));
            }
            if (System.nanoTime() - next >= 0) {
                next += PAUSE;
                tell(i + 1 - first, System.nanoTime() - start, fuzzer);
            }
        }
        tell(cases, System.nanoTime() - start, fuzzer);
        System.out.println("done, no failure");
    }

    /** Without this limit, a file that hangs the reader would not be reported. */
    private static void watch(Fuzzer fuzzer) {
        var thread = new Thread(() -> {
            var last = -1L;
            while (true) {
                try {
                    Thread.sleep(STUCK.toMillis());
                } catch (InterruptedException e) {
                    return;
                }
                if (fuzzer.index() == last) {
                    System.out.printf("stuck at index %d%n", last);
                    Runtime.getRuntime().halt(1);
                }
                last = fuzzer.index();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void tell(long done, long nanos, Fuzzer fuzzer) {
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d cases in %d s, %d s of a processor; slowest %d ms (index %d); heap %d MB%n",
                done,
                Duration.ofNanos(nanos).toSeconds(),
                Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                        .toSeconds(),
                fuzzer.slowest().toMillis(),
                fuzzer.slowestIndex(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
