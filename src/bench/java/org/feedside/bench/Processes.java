package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Starts processes, and ends them when the benchmark ends, also when it is interrupted. */
final class Processes implements AutoCloseable {
    private final Queue<Running> started = new ConcurrentLinkedQueue<>();
    private final Thread shutdownHook = new Thread(this::endAll, "end processes");

    private Processes() {}

    static Processes open() {
        var processes = new Processes();
        Runtime.getRuntime().addShutdownHook(processes.shutdownHook);
        return processes;
    }

    /** Starts a command in a folder, with its output in the file {@code log}. */
    Running start(Path folder, Path log, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        var begin = System.nanoTime();
        var running = new Running(builder.start(), begin, command, log);
        started.add(running);
        started.removeIf(Running::isOver);
        return running;
    }

    private void endAll() {
        started.forEach(Running::close);
    }

    @Override
    public void close() {
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down and runs the hook.
        }
    }
}
