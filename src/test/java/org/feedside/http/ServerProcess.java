package org.feedside.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.feedside.config.ServiceConfig;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Published;

/** A server in a separate process, to test the system's limits and the use of memory. */
final class ServerProcess implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 60;

    private final Process process;
    private final BufferedReader lines;
    private final List<String> log = new ArrayList<>();
    private final int port;

    /**
     * Starts a server process.
     *
     * @param files how many files it may open
     */
    ServerProcess(int files) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n %d && exec \"$@\"".formatted(files),
                        "sh",
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlogback.configurationFile=logback.xml",
                        "-Dfeedside.http.direct=" + System.getProperty("feedside.http.direct", "true"),
                        ServerProcess.class.getName())
                .redirectErrorStream(true)
                .start();
        lines = process.inputReader(StandardCharsets.UTF_8);
        port = Integer.parseInt(await("port "));
    }

    int port() {
        return port;
    }

    /** Returns the used heap after a garbage collection, in bytes. */
    long heap() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return Long.parseLong(await("heap "));
    }

    long pid() {
        return process.pid();
    }

    /** Returns the text after a word in the next output line with that word. Kills the process if none comes in time. */
    String await(String word) throws IOException {
        var timer = CompletableFuture.delayedExecutor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        var timeout = CompletableFuture.runAsync(process::destroyForcibly, timer);
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                if (line.contains(word)) {
                    return line.substring(line.indexOf(word) + word.length());
                }
            }
        } finally {
            timeout.cancel(false);
        }
        throw new IOException("the server did not print \"%s\" within %d s or before it ended, but %s"
                .formatted(word, TIMEOUT_SECONDS, log));
    }

    List<String> log() {
        return log;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Serves a feed until the process is killed. Prints the used heap for each line of standard input. */
    public static void main(String[] args) throws IOException, StartException {
        var published = new Published();
        published.publish(Feeds.snapshot(Feeds.atom("atom.xml", "<feed>" + "Hello. ".repeat(2_000) + "</feed>")));
        var service = new FeedService(published, URI.create("https://example.org"), ServiceConfig.DEFAULT);
        try (var server = TestServer.of(service, Clock.systemUTC());
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            server.start();
            System.out.println("port " + server.port());
            while (in.readLine() != null) {
                System.gc();
                System.out.println("heap "
                        + ManagementFactory.getMemoryMXBean()
                                .getHeapMemoryUsage()
                                .getUsed());
            }
        }
    }
}
