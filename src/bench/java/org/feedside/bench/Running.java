package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that was started, and what it takes. */
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

    /** What a command took that came to its end. */
    record Taken(Duration time, long peakBytes) {}

    /** Waits for the end, which has to be a good one. The peak is the last that was seen, milliseconds before the end. */
    Taken finish() throws IOException, InterruptedException {
        long peak = 0;
        while (!process.waitFor(3, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, kilobytes("VmHWM:") * 1024);
        }
        var time = Duration.ofNanos(System.nanoTime() - begin);
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %d: %s".formatted(command, process.exitValue(), said()));
        }
        return new Taken(time, peak);
    }

    /** The memory it holds now. */
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
            // It has just ended, or is no process of Linux.
            return 0;
        }
    }

    /** When it was started, by the clock of nanoseconds. */
    long begin() {
        return begin;
    }

    long pid() {
        return process.pid();
    }

    boolean isOver() {
        return !process.isAlive();
    }

    /** What it wrote. */
    String said() throws IOException {
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
