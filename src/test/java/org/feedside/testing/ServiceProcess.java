package org.feedside.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site on a real disk, and the processes that serve it. */
public abstract class ServiceProcess {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/atom\\.xml");
    private static final Pattern OPERATOR = Pattern.compile("status at (http://127\\.0\\.0\\.1:\\d+)/status");

    @TempDir
    protected Path site = Path.of("");

    private final List<Process> started = new ArrayList<>();
    protected String locale = "C.UTF-8";

    /** The words before the command, to confine or trace the process. */
    protected List<String> within = List.of();

    /** More options of the virtual machine. */
    protected List<String> virtualMachine = List.of();

    /** A running service and its output. */
    public record Service(Process process, LinkedBlockingQueue<String> lines, String address) {
        /** Sends SIGTERM. Process.destroy would also close the output, so that the last lines are lost. */
        public void terminate() {
            process.toHandle().destroy();
        }

        /** Returns the URL of the operator's server from the log, which has it before the URLs of the feeds. */
        public String operator() {
            return lines.stream()
                    .flatMap(line -> OPERATOR.matcher(line).results())
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the log has no operator's server: " + lines));
        }
    }

    @BeforeEach
    protected void write_a_site() throws IOException {
        write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"T\"\ntaxonomies = [{ name = \"tags\" }]\n");
        post("one", "First text.", "a");
        post("two", "Second text.", "b");
    }

    @AfterEach
    protected void end_the_processes() {
        started.forEach(Process::destroyForcibly);
    }

    protected void write(String path, String text) throws IOException {
        var file = site.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    protected static String post(String name, String body, String tag, String date) {
        return "+++\ntitle = \"%s\"\ndate = %s\ntaxonomies.tags = [\"%s\"]\n+++\n%s\n".formatted(name, date, tag, body);
    }

    protected void post(String name, String body, String tag) throws IOException {
        write("content/" + name + ".md", post(name, body, tag, "2025-01-01"));
    }

    protected Process launch(String... more) throws IOException {
        var command = new ArrayList<>(List.of("serve", site.toString()));
        command.addAll(List.of(more));
        return feedside(command.toArray(String[]::new));
    }

    /** Starts the program with any command. */
    protected Process feedside(String... arguments) throws IOException {
        var command = new ArrayList<>(within);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(virtualMachine);
        command.addAll(List.of(
                // Most of these processes live for seconds, too short for the C2 compiler to pay off.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // As in the jar's manifest: else JDK 25 warns in the log when brotli is loaded.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                // The program's log configuration, not that of the tests.
                "-Dlogback.configurationFile=logback.xml",
                "org.feedside.cli.Feedside"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        var process = builder.start();
        started.add(process);
        return process;
    }

    protected Service serve(String... more) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of(more));
        if (!options.contains("--port")) {
            options.addAll(List.of("--port", "0"));
        }
        var process = launch(options.toArray(String[]::new));
        var lines = new LinkedBlockingQueue<String>();
        var beginning = new LinkedBlockingQueue<String>();
        listen(process, line -> {
            beginning.add(line);
            lines.add(line);
        });
        var output = new ArrayList<String>();
        for (var line = beginning.poll(120, TimeUnit.SECONDS);
                line != null;
                line = beginning.poll(120, TimeUnit.SECONDS)) {
            output.add(line);
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return new Service(process, lines, address.group(1));
            }
        }
        throw new AssertionError("the service printed no address: " + output);
    }

    /** Waits until a process ends with the exit code 2, and returns its output. */
    protected static String refusal(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Whether the words before the command can run a program here. */
    protected boolean canRunWithin() throws InterruptedException {
        try {
            var command = new ArrayList<>(within);
            command.add("true");
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns a port that is free now, for a service that is restarted at the same address. */
    protected static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Reads the output of a process until it ends. */
    protected static void listen(Process process, Consumer<String> lines) {
        var reader = new Thread(() -> read(process, lines), "service's lines");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read(Process process, Consumer<String> lines) {
        try (var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("ended: " + e.getMessage());
        }
    }

    protected HttpResponse<String> get(Service service, String path, String... headers)
            throws IOException, InterruptedException {
        return get(service.address() + path, headers);
    }

    /** Sends a GET request to a server on this machine. */
    public static HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Repeats a request until the response is as expected; fails after a timeout. */
    protected HttpResponse<String> await(Service service, String path, Predicate<String> expected)
            throws IOException, InterruptedException {
        return awaitResponse(service, path, response -> expected.test(response.body()));
    }

    protected HttpResponse<String> awaitResponse(
            Service service, String path, Predicate<HttpResponse<String>> expected, String... headers)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONG.toNanos();
        var response = get(service, path, headers);
        while (!expected.test(response) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            response = get(service, path, headers);
        }
        assertThat(response).as(response.body()).matches(expected);
        return response;
    }

    protected static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    protected static String modified(HttpResponse<String> response) {
        return response.headers().firstValue("Last-Modified").orElseThrow();
    }

    protected static boolean prints(Service service, String text) throws InterruptedException {
        return linesUntil(service, text).stream().anyMatch(line -> line.contains(text));
    }

    /** Returns the next lines, up to the first one with a text. */
    protected static List<String> linesUntil(Service service, String text) throws InterruptedException {
        var read = new ArrayList<String>();
        for (var line = service.lines().poll(120, TimeUnit.SECONDS);
                line != null;
                line = service.lines().poll(120, TimeUnit.SECONDS)) {
            read.add(line);
            if (line.contains(text)) {
                break;
            }
        }
        return read;
    }
}
