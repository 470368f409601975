package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.feedside.testing.InstalledPrograms;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/** Stops the service with SIGTERM while clients of every kind are connected. */
class StopTest extends ServiceProcess {
    private static final Duration MAX_DURATION = Duration.ofSeconds(5);

    /** The exit code of the JVM after SIGTERM. */
    private static final int TERMINATED = 143;

    @Test
    void unfinished_responses_are_completed_and_no_client_delays_the_end() throws Exception {
        post("one", longText(1_500_000), "a");
        var service = serve();
        var complete = get(service, "/tags/a/atom.xml");
        var port = URI.create(service.address()).getPort();
        var clients = new ArrayList<Socket>();
        try {
            var reading = client(port, clients, request("/tags/a/atom.xml"));
            assertThat(reading.getInputStream().read()).isPositive();
            var stalled = client(port, clients, request("/atom.xml"));
            assertThat(stalled.getInputStream().read()).isPositive();
            for (int i = 0; i < 5; i++) {
                client(port, clients, "");
                client(port, clients, "GET /atom.xml HTTP/1.1\r\nHost: 127.0.0");
            }

            var began = System.nanoTime();
            service.terminate();
            service.terminate();
            var rest = reading.getInputStream().readAllBytes();
            assertThat(service.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            var took = Duration.ofNanos(System.nanoTime() - began);

            var response = "H" + new String(rest, StandardCharsets.UTF_8);
            assertThat(response.endsWith("\r\n\r\n" + complete.body())).isTrue();
            assertThat(took).isLessThan(MAX_DURATION.plusSeconds(1));
            assertThat(service.process().exitValue()).isEqualTo(TERMINATED);
            assertThat(linesUntil(service, "stopped"))
                    .anyMatch(line -> line.contains("stopped"))
                    .noneMatch(line -> line.contains("Exception"));
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
        assertThat(get(serve(), "/tags/a/atom.xml").headers().firstValue("ETag"))
                .isEqualTo(complete.headers().firstValue("ETag"));
    }

    /** While a process has a write lease on a file, another one that opens the file waits, here for up to 45 s. */
    @Test
    void a_read_that_does_not_return_delays_neither_readers_nor_the_end() throws Exception {
        var python = InstalledPrograms.find("python3");
        assumeTrue(python.isPresent() && System.getProperty("os.name").equals("Linux"), "no leases of files here");
        var service = serve();
        write("three.md", post("three", "Third text.", "a", "2025-01-03"));
        var script = """
                import fcntl, os, signal, sys
                signal.signal(signal.SIGIO, lambda *ignored: print("a reader waits", flush=True))
                leased = open("three.md", "r+")
                fcntl.fcntl(leased, fcntl.F_SETLEASE, fcntl.F_WRLCK)
                os.rename("three.md", "content/three.md")
                sys.stdin.read()
                """;
        var holder = new ProcessBuilder(python.orElseThrow().toString(), "-c", script)
                .directory(site.toFile())
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("a reader waits");
            assertThat(get(service, "/atom.xml").body()).contains("First text.").doesNotContain("Third text.");

            var began = System.nanoTime();
            service.terminate();
            assertThat(service.process().waitFor(30, TimeUnit.SECONDS)).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(MAX_DURATION);
            assertThat(service.process().exitValue()).isEqualTo(TERMINATED);
        } finally {
            holder.destroyForcibly();
        }
    }

    private static String request(String path) {
        return "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".formatted(path);
    }

    /** Returns a client with a small receive buffer, so that a long response is unfinished until it is read. */
    private static Socket client(int port, List<Socket> clients, String sends) throws IOException {
        var client = new Socket();
        clients.add(client);
        client.setReceiveBufferSize(8_192);
        client.setSoTimeout(30_000);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        client.getOutputStream().write(sends.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        return client;
    }

    private static String longText(int length) {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong() >>> 1, 36)).append(random.nextInt(10) == 0 ? "\n\n" : " ");
        }
        return text.toString();
    }
}
