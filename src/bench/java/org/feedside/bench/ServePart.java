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

/** What a core answers: the server on one, the client on another; and how long answers take at half of that. */
record ServePart(int seconds) implements Part {
    static final String PART = "serve";
    static final String READER = "304 to a reader's usual fields";
    static final String SMALL = "200, 12 KB of gzip";

    private static final int SERVERS_CORE = 0;
    private static final int CLIENTS_CORE = 1;
    private static final int CONNECTIONS = 32;
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([\\d.]+)");
    private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip");
    private static final List<Case> CASES = List.of(
            new Case("304", ServedSite.NOTES, 304, false),
            new Case(READER, ServedSite.NOTES, 304, true),
            new Case(SMALL, ServedSite.NOTES, 200, false),
            new Case("200, 80 KB of gzip", ServedSite.ESSAYS, 200, false));

    /** Something that is asked for. */
    private record Case(String name, String path, int status, boolean isReader) {
        /** The fields of a request that gets this status, from a server that says these validators. */
        Map<String, String> fields(Connection.Answer first) {
            var fields = new LinkedHashMap<String, String>();
            if (isReader) {
                fields.put("User-Agent", "FreshRSS/1.26.3 (Linux; https://freshrss.org)");
                fields.put("Accept", "application/atom+xml,application/rss+xml;q=0.9,application/xml;q=0.8,*/*;q=0.7");
                fields.put("Connection", "keep-alive");
                fields.put("Accept-Encoding", "gzip, deflate");
                fields.put("If-Modified-Since", first.field("Last-Modified").orElseThrow());
            } else if (status == 200) {
                fields.putAll(GZIP);
            }
            if (status == 304) {
                fields.put("If-None-Match", first.field("ETag").orElseThrow());
            }
            return fields;
        }
    }

    /** A server that runs, and the requests that it gets. */
    private record Server(String who, int port) {
        Map<String, String> fields(Case asked) throws IOException {
            try (var connection = new Connection(port)) {
                var plain = asked.status() == 304 && !asked.isReader();
                var fields = asked.fields(connection.get(asked.path(), plain ? Map.of() : GZIP));
                var answer = connection.get(asked.path(), fields);
                var isCompressed = answer.field("Content-Encoding").equals(Optional.of("gzip"));
                if (answer.status() != asked.status() || (asked.status() == 200 && !isCompressed)) {
                    throw new IOException("%s answers %s with %s".formatted(who, asked, answer.status()));
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
            setting.say("serve is skipped: it needs wrk, taskset and two cores");
            return;
        }
        var site = ServedSite.in(setting.folder(), setting.seed());
        var port = Ports.free();
        var command = setting.programs()
                .feedside(
                        "serve",
                        site.toString(),
                        "--feeds",
                        setting.emptied("feeds-served").toString(),
                        "--port",
                        Integer.toString(port));
        try (var feedside = start(setting, "feedside-serve", command)) {
            Waiting.first(feedside, port, ServedSite.NOTES);
            var servers = new ArrayList<>(List.of(new Server(Programs.FEEDSIDE, port)));
            nginx(setting, port, servers);
            compare(setting, wrk.get(), servers);
        }
    }

    private static Running start(Setting setting, String who, List<String> command) throws IOException {
        return setting.start(setting.folder(), who, Programs.onCore(SERVERS_CORE, command));
    }

    /** Starts nginx, if it is there, with the same bytes; it runs until the bench ends. */
    private static void nginx(Setting setting, int feedside, List<Server> servers) throws IOException {
        var nginx = Programs.find("nginx");
        if (nginx.isEmpty()) {
            return;
        }
        var root = setting.emptied("nginx-root");
        for (var path : List.of(ServedSite.NOTES, ServedSite.ESSAYS)) {
            copy(feedside, path, root.resolve(path.substring(1)));
        }
        var port = Ports.free();
        var command = Nginx.serving(nginx.get(), root, setting.folder().resolve("nginx"), port);
        Waiting.first(start(setting, "nginx", command), port, ServedSite.NOTES);
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
        // The first seconds find compilers and caches cold, and what one case has warmed serves the others too.
        for (var asked : CASES) {
            for (var server : servers) {
                setting.say("warm %s for %s".formatted(server.who(), asked.name()));
                rate(setting, wrk, server, asked);
            }
        }
        for (var asked : CASES) {
            for (int run = 0; run < setting.runs(); run++) {
                setting.say("serve %s, %d of %d".formatted(asked.name(), run + 1, setting.runs()));
                for (var server : servers) {
                    var rate = rate(setting, wrk, server, asked);
                    setting.figures().add(subject(asked.name()), server.who(), rate);
                }
            }
            var half = servers.stream()
                    .map(server -> setting.figures().median(subject(asked.name()), server.who()))
                    .mapToDouble(OptionalDouble::orElseThrow)
                    .min()
                    .orElseThrow();
            latency(setting, servers, asked, (int) half / 2);
        }
    }

    private static Subject subject(String what) {
        return new Subject(PART, what, GeneratedSite.ENTRIES * 2, A_SECOND);
    }

    private double rate(Setting setting, String wrk, Server server, Case asked)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(wrk, "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s"));
        server.fields(asked).forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        command.add("http://127.0.0.1:%d%s".formatted(server.port(), asked.path()));
        var said = said(setting, "wrk", command);
        var rate = RATE.matcher(said);
        if (!rate.find() || said.contains("Non-2xx") || said.contains("Socket errors")) {
            throw new IOException("%s: %s".formatted(server, said));
        }
        return Double.parseDouble(rate.group(1));
    }

    /** The same rate for all, which the slowest can stand. */
    private void latency(Setting setting, List<Server> servers, Case asked, int rate)
            throws IOException, InterruptedException {
        for (int run = 0; run < setting.runs(); run++) {
            setting.say("serve %s at %,d a second, %d of %d".formatted(asked.name(), rate, run + 1, setting.runs()));
            for (var server : servers) {
                var latency = latency(setting, server, asked, rate);
                var what = "p99 at half load, " + asked.name();
                setting.figures()
                        .add(
                                new Subject(PART, what, GeneratedSite.ENTRIES * 2, MICROSECONDS),
                                server.who(),
                                latency.p99());
            }
        }
    }

    private Load.Latency latency(Setting setting, Server server, Case asked, int rate)
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
                Integer.toString(asked.status())));
        server.fields(asked).forEach((name, value) -> command.addAll(List.of("--field", name + "=" + value)));
        command.add(asked.path());
        return Load.Latency.read(said(setting, "load", command));
    }

    private static String said(Setting setting, String who, List<String> command)
            throws IOException, InterruptedException {
        var running = setting.start(setting.folder(), who, Programs.onCore(CLIENTS_CORE, command));
        running.finish();
        return running.said();
    }
}
