package org.feedside.bench;

import static org.feedside.bench.Figures.Unit.A_SECOND;
import static org.feedside.bench.Figures.Unit.MICROSECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.feedside.bench.Figures.Subject;

/**
 * Measures the requests per second that a server answers on one core, with the client on another core, and the latency
 * at half of that rate.
 *
 * @param seconds the duration of each run
 */
record ServePart(int seconds) implements Part {
    static final String PART = "serve";
    static final String READER = "304 to a reader's usual fields";
    static final String SMALL = "200, 12 KB of gzip";

    private static final int SERVER_CORE = 0;
    private static final int CLIENT_CORE = 1;
    private static final int CONNECTIONS = 32;
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([\\d.]+)");
    private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip");
    private static final List<Case> CASES = List.of(
            new Case("304", ServedSite.NOTES, 304, false),
            new Case(READER, ServedSite.NOTES, 304, true),
            new Case(SMALL, ServedSite.NOTES, 200, false),
            new Case("200, 80 KB of gzip", ServedSite.ESSAYS, 200, false));

    /** A kind of request, and the status of its response. */
    private record Case(String name, String path, int status, boolean isReader) {
        /** The header fields of the request, with the validators of an earlier response. */
        Map<String, String> fields(Connection.Response earlier) {
            var fields = new LinkedHashMap<String, String>();
            if (isReader) {
                fields.put("User-Agent", "FreshRSS/1.26.3 (Linux; https://freshrss.org)");
                fields.put("Accept", "application/atom+xml,application/rss+xml;q=0.9,application/xml;q=0.8,*/*;q=0.7");
                fields.put("Connection", "keep-alive");
                fields.put("Accept-Encoding", "gzip, deflate");
                fields.put("If-Modified-Since", earlier.field("Last-Modified").orElseThrow());
            } else if (status == 200) {
                fields.putAll(GZIP);
            }
            if (status == 304) {
                fields.put("If-None-Match", earlier.field("ETag").orElseThrow());
            }
            return fields;
        }
    }

    /** A running server. */
    private record Server(String program, int port) {
        /** The header fields of a request, after a check that its response is the expected one. */
        Map<String, String> fields(Case test) throws IOException {
            try (var connection = new Connection(port)) {
                var plain = test.status() == 304 && !test.isReader();
                var fields = test.fields(connection.get(test.path(), plain ? Map.of() : GZIP));
                var response = connection.get(test.path(), fields);
                var isCompressed = response.field("Content-Encoding").equals(Optional.of("gzip"));
                if (response.status() != test.status() || (test.status() == 200 && !isCompressed)) {
                    throw new IOException("%s responds to %s with %s".formatted(program, test, response.status()));
                }
                return fields;
            }
        }
    }

    @Override
    public void measure(Setting setting) throws IOException, InterruptedException {
        var wrk = Programs.find("wrk");
        if (wrk.isEmpty()
                || Programs.find("taskset").isEmpty()
                || Runtime.getRuntime().availableProcessors() < 2) {
            setting.report("serve is skipped: it needs wrk, taskset and two cores");
            return;
        }
        var site = ServedSite.in(setting.folder(), setting.seed());
        var port = Ports.free();
        var command = setting.programs().packaged().serve(site, setting.clear("feeds-served"), port);
        try (var feedside = start(setting, "feedside-serve", command)) {
            Waiting.forFirst(feedside, port, ServedSite.NOTES);
            var servers = new ArrayList<>(List.of(new Server(Programs.FEEDSIDE, port)));
            nginx(setting, port, servers);
            compare(setting, wrk.get(), servers);
        }
    }

    private static Running start(Setting setting, String name, List<String> command) throws IOException {
        return setting.start(name, Programs.onCore(SERVER_CORE, command));
    }

    /** Starts nginx, if it is installed, with copies of Feedside's responses. It runs until the benchmark ends. */
    private static void nginx(Setting setting, int feedside, List<Server> servers) throws IOException {
        var nginx = Programs.find("nginx");
        if (nginx.isEmpty()) {
            return;
        }
        var root = setting.clear("nginx-root");
        for (var path : List.of(ServedSite.NOTES, ServedSite.ESSAYS)) {
            copy(feedside, path, root.resolve(path.substring(1)));
        }
        var port = Ports.free();
        var command = Nginx.configure(nginx.get(), root, setting.folder().resolve("nginx"), port);
        Waiting.forFirst(start(setting, "nginx", command), port, ServedSite.NOTES);
        servers.add(new Server(Programs.NGINX, port));
    }

    private static void copy(int port, String path, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var connection = new Connection(port)) {
            Files.write(file, connection.get(path, Map.of()).bytes());
            Files.write(
                    file.resolveSibling(file.getFileName() + ".gz"),
                    connection.get(path, GZIP).bytes());
        }
    }

    private void compare(Setting setting, String wrk, List<Server> servers) throws IOException, InterruptedException {
        // Warm up with all cases first: the JIT compiler's work for one case speeds up the others too.
        for (var test : CASES) {
            for (var server : servers) {
                setting.report("warm %s for %s".formatted(server.program(), test.name()));
                rate(setting, wrk, server, test);
            }
        }
        for (var test : CASES) {
            for (int run = 0; run < setting.runs(); run++) {
                setting.report("serve %s, %d of %d".formatted(test.name(), run + 1, setting.runs()));
                for (var server : servers) {
                    var rate = rate(setting, wrk, server, test);
                    setting.figures().add(subject(test.name()), server.program(), rate);
                }
            }
            var slowest = servers.stream()
                    .map(server -> setting.figures().median(subject(test.name()), server.program()))
                    .mapToDouble(OptionalDouble::orElseThrow)
                    .min()
                    .orElseThrow();
            latency(setting, servers, test, (int) slowest / 2);
        }
    }

    private static Subject subject(String what) {
        return new Subject(PART, what, GeneratedSite.ENTRIES * 2, A_SECOND);
    }

    private double rate(Setting setting, String wrk, Server server, Case test)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(wrk, "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s"));
        server.fields(test).forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        command.add("http://127.0.0.1:%d%s".formatted(server.port(), test.path()));
        var output = output(setting, "wrk", command);
        var rate = RATE.matcher(output);
        if (!rate.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IOException("%s: %s".formatted(server, output));
        }
        return Double.parseDouble(rate.group(1));
    }

    /** Measures the latency of all servers at the same rate, which the slowest one can sustain. */
    private void latency(Setting setting, List<Server> servers, Case test, int rate)
            throws IOException, InterruptedException {
        for (int run = 0; run < setting.runs(); run++) {
            setting.report("serve %s at %,d a second, %d of %d".formatted(test.name(), rate, run + 1, setting.runs()));
            for (var server : servers) {
                var latency = latency(setting, server, test, rate);
                var what = "p99 at half load, " + test.name();
                setting.figures()
                        .add(
                                new Subject(PART, what, GeneratedSite.ENTRIES * 2, MICROSECONDS),
                                server.program(),
                                latency.p99());
            }
        }
    }

    private Load.Latency latency(Setting setting, Server server, Case test, int rate)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(Bench.command());
        command.addAll(List.of(
                "load",
                "--port",
                Integer.toString(server.port()),
                "--rate",
                Integer.toString(rate),
                "--seconds",
                Integer.toString(seconds),
                "--status",
                Integer.toString(test.status())));
        server.fields(test).forEach((name, value) -> command.addAll(List.of("--field", name + "=" + value)));
        command.add(test.path());
        return Load.Latency.read(output(setting, "load", command));
    }

    private static String output(Setting setting, String name, List<String> command)
            throws IOException, InterruptedException {
        var running = setting.start(name, Programs.onCore(CLIENT_CORE, command));
        running.finish();
        return running.output();
    }
}
