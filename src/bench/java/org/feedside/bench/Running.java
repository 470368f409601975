package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process, with its time and memory. */
final class Running implements AutoCloseable {
    private static final long GRACE_SECONDS = 20;

    private final Process process;
    private final long begin;
    private final List<String> command;
    private final Path log;

    Running(Process process, long begin, List<String> command, Path log) {
        this.process = process;
        this.begin = begin;
        this.command = command;
        this.log = log;
    }

    /** The time and the peak memory of a process that has ended. */
    record Usage(Duration time, long peakBytes) {}

    /**
     * Waits until the process ends with exit code 0. The peak memory is read every three milliseconds, so the last value
     * is slightly older than the end.
     */
    Usage finish() throws IOException, InterruptedException {
        long peak = 0;
        while (!process.waitFor(3, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, kilobytes("VmHWM:") * 1024);
        }
        var time = Duration.ofNanos(System.nanoTime() - begin);
        if (process.exitValue() != 0) {
            throw new IOException("%s failed with exit code %d: %s".formatted(command, process.exitValue(), output()));
        }
        return new Usage(time, peak);
    }

    /** The current resident memory; 0 if the system does not report it. */
    long residentBytes() {
        return kilobytes("VmRSS:") * 1024;
    }

    private long kilobytes(String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // The process has just ended, or the system is not Linux.
            return 0;
        }
    }

    /** The time of the start, in the clock of {@link System#nanoTime()}. */
    long begin() {
        return begin;
    }

    long pid() {
        return process.pid();
    }

    boolean isOver() {
        return !process.isAlive();
    }

    /** The output of the process so far. */
    String output() throws IOException {
        return Files.readString(log).strip();
    }

    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroy);
    }
}
