package org.feedside.operating.onpublish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.text.PrintableText;

/** A command that runs without a shell in a folder, for a limited time. The first word is its name or path. */
record Command(List<String> words, Path folder, Duration timeout) {
    /** Why the command failed, and details, such as the last line of its output, up to 200 characters. */
    record Failure(String why, String details) {}

    /** Runs the command with these lines as its input. Returns why it failed; empty if it succeeded. */
    Optional<Failure> run(List<String> lines) throws InterruptedException {
        Process process;
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile());
            process = builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            var why = "cannot be started, check its full path and its permissions";
            return Optional.of(new Failure(why, FailureReason.of(e)));
        }
        // The command may not read its input, and what it leaves running may keep its output open.
        var output = new CompletableFuture<String>();
        start(() -> write(process, lines));
        start(() -> output.complete(lastLine(process)));
        boolean isInTime;
        try {
            isInTime = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            end(process);
        }
        if (isInTime && process.exitValue() == 0) {
            return Optional.empty();
        }
        var why = isInTime
                ? "failed with exit code " + process.exitValue()
                : "was stopped after %d s".formatted(timeout.toSeconds());
        var last = output.completeOnTimeout("its output is open", 1, TimeUnit.SECONDS);
        return Optional.of(new Failure(why, last.join()));
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "on-publish pipe");
        thread.setDaemon(true);
        thread.start();
    }

    private static void write(Process process, List<String> lines) {
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(String.join("\n", lines) + "\n");
        } catch (IOException e) {
            // A command need not read its input.
            return;
        }
    }

    /** Reads the output to its end, and returns the last line. */
    private static String lastLine(Process process) {
        var text = new StringBuilder();
        var buffer = new char[8192];
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
                text.append(buffer, 0, length).delete(0, Math.max(0, text.length() - buffer.length));
            }
        } catch (IOException e) {
            text.append('\n').append(FailureReason.of(e));
        }
        var last = PrintableText.name(text.toString().strip().lines().reduce("no output", (before, line) -> line));
        return last.substring(0, Math.min(last.length(), 200));
    }

    /** Ends a process and those that it started, in a second. Process.destroy would wait for the writer of its input. */
    private static void end(Process process) {
        if (process.isAlive()) {
            var all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroy);
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                    .join();
            // The parent first: a shell prints how its children end.
            var rest = Stream.concat(all.stream(), all.stream().flatMap(ProcessHandle::descendants))
                    .toList();
            rest.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
