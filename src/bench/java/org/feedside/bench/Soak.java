package org.feedside.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the service for a long time with polling readers and an editing author, and checks the responses and the memory. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Run the service for a long time with polling readers and an editing author. Check every response and report the memory.",
            "",
            "The exit code is 1 if a response was wrong."
        })
final class Soak implements Callable<Integer> {
    private static final int READERS = 20;
    private static final int TAGS = 8;
    /** Only this many of the newest posts are edited, all of which are in the site's feed, so each edit changes the feed. */
    private static final int EDITED = GeneratedSite.ENTRIES / 2;

    private static final int CHECK_SECONDS = 15;
    private static final long TIMEOUT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProgramOptions programs = new ProgramOptions();

    @Option(
            names = "--minutes",
            defaultValue = "30",
            description = "The duration in minutes (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--posts",
            defaultValue = "2000",
            description = "The number of posts of the site (default: ${DEFAULT-VALUE}).")
    private int posts;

    @Option(names = "--rate", defaultValue = "200", description = "Polls per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    private final Faults faults = new Faults();
    private final List<Double> served = new ArrayList<>();
    private final List<String> memory = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        try (var processes = Processes.open()) {
            var setting = new Setting(
                    programs.folder().resolve("soak"),
                    programs.seed(),
                    programs.programs(),
                    1,
                    processes,
                    new Figures(),
                    err);
            var site = GeneratedSite.in(Files.createDirectories(setting.clear("")), posts, setting.seed());
            // Each reader has its own address in X-Forwarded-For, as a client may download a version only a few times.
            Files.writeString(site.folder().resolve("feedside.toml"), "[http]\ntrusted_proxies = [\"127.0.0.1\"]\n");
            var port = Ports.free();
            var feeds = setting.folder().resolve("feeds");
            var command = setting.programs().packaged().serve(site.folder(), feeds, port);
            try (var service = setting.start("feedside-serve", command)) {
                Waiting.forFirst(service, port, "/atom.xml");
                run(setting, site, service, port);
                report(service);
            }
        }
        return faults.count() == 0 ? 0 : 1;
    }

    private List<Poller> pollers(GeneratedSite site, int port) {
        var paths = Stream.concat(
                        Stream.of("/"), site.tags().subList(0, TAGS).stream().map("/tags/%s/"::formatted))
                .flatMap(folder -> Stream.of("atom.xml", "rss.xml", "feed.json").map(folder::concat))
                .toList();
        var pollers = new ArrayList<Poller>();
        var begin = System.nanoTime();
        for (int reader = 0; reader < READERS; reader++) {
            var fields = Map.of(
                    "X-Forwarded-For",
                    "192.0.2." + reader,
                    "User-Agent",
                    "Soak/" + reader,
                    "Accept-Encoding",
                    reader % 2 == 0 ? "gzip" : "identity");
            var interval = READERS * 1_000_000_000L / rate;
            pollers.add(new Poller(
                    "reader " + reader,
                    port,
                    paths.stream().map(path -> new Copy(path, fields)).toList(),
                    begin + reader * interval / READERS,
                    interval,
                    faults));
        }
        return pollers;
    }

    private void run(Setting setting, GeneratedSite site, Running service, int port)
            throws IOException, InterruptedException {
        var pollers = pollers(site, port);
        pollers.forEach(Poller::start);
        var random = new Random(setting.seed());
        var begin = System.nanoTime();
        var seconds = 60 * minutes;
        var reports = List.of(seconds / 6, seconds / 2, seconds);
        try (var connection = new Connection(port)) {
            for (int second = 1; second <= seconds; second++) {
                sleepUntil(begin + second * 1_000_000_000L);
                edit(site, random, second, connection);
                if (reports.contains(second)) {
                    memory.add(memory(setting, service, second));
                    setting.report(
                            "%d s: %s; %d faults".formatted(second, memory.get(memory.size() - 1), faults.count()));
                }
                if (service.isOver()) {
                    faults.add("the service ended");
                    break;
                }
            }
        } finally {
            for (var poller : pollers) {
                poller.end();
            }
        }
        reportPolls(pollers);
    }

    private static void sleepUntil(long time) {
        for (var wait = time - System.nanoTime(); wait > 0; wait = time - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    /** Edits a recent post, sometimes with its tags. Every ten seconds it adds a post, and four seconds later removes it. */
    private void edit(GeneratedSite site, Random random, int second, Connection connection) throws IOException {
        var added = site.posts() + 1;
        if (second % 10 == 4) {
            site.save(added, site.front(added).titled("Added " + second));
        } else if (second % 10 == 8) {
            site.remove(added);
        } else {
            var post = site.posts() - 1 - random.nextInt(EDITED);
            var front = site.front(post).titled("Edited " + second);
            var retagged =
                    random.nextInt(3) == 0 ? front.tagged(site.tags().subList(random.nextInt(TAGS), TAGS + 2)) : front;
            var begin = site.save(post, retagged);
            if (second % CHECK_SECONDS == 0) {
                await(connection, front.title(), begin);
            }
        }
    }

    private void await(Connection connection, String title, long begin) throws IOException {
        var tag = Optional.<String>empty();
        while (System.nanoTime() - begin < TIMEOUT_NANOS) {
            var fields = Map.of("X-Forwarded-For", "192.0.2.200", "If-None-Match", tag.orElse("\"\""));
            var response = connection.get("/atom.xml", fields);
            if (response.status() == 200 && response.text().contains(">" + title + "<")) {
                served.add((System.nanoTime() - begin) / 1e6);
                return;
            }
            tag = response.field("ETag");
            LockSupport.parkNanos(1_000_000);
        }
        faults.add("%s was not served in time".formatted(title));
    }

    /** The memory after a full garbage collection, with which jcmd begins the histogram of the heap. */
    private static String memory(Setting setting, Running service, int second)
            throws IOException, InterruptedException {
        var jcmd = setting.programs().java().resolveSibling("jcmd").toString();
        var histogram = setting.start("jcmd", List.of(jcmd, Long.toString(service.pid()), "GC.class_histogram"));
        histogram.finish();
        var total = TOTAL.matcher(histogram.output());
        if (!total.find()) {
            throw new IOException("jcmd printed no total: " + histogram.output());
        }
        return String.format(
                Locale.ROOT,
                "%.1f min: heap %.1f MB after collection, resident %.0f MB",
                second / 60.0,
                Long.parseLong(total.group(1)) / 1e6,
                service.residentBytes() / 1e6);
    }

    private void reportPolls(List<Poller> pollers) {
        var out = spec.commandLine().getOut();
        var unchanged =
                pollers.stream().flatMapToLong(Poller::unchanged).sorted().toArray();
        var full = pollers.stream().mapToInt(Poller::fullCount).sum();
        out.println("%,d posts, %d polls per second by %d readers, an edit per second, %d minutes"
                .formatted(posts, rate, READERS, minutes));
        if (unchanged.length > 0) {
            var latency = Load.Latency.of(unchanged);
            out.println(String.format(
                    Locale.ROOT,
                    "304: %,d responses, p50 %.0f µs, p99 %.0f µs, maximum %.0f ms (with the garbage collections for the memory figures)",
                    unchanged.length,
                    latency.p50(),
                    latency.p99(),
                    latency.max() / 1e3));
        }
        out.println("other: %,d responses".formatted(full));
    }

    private void report(Running service) throws IOException {
        var out = spec.commandLine().getOut();
        var times = served.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (times.length > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "saved to served: %d edits, median %.0f ms, maximum %.0f ms",
                    times.length,
                    times[times.length / 2],
                    times[times.length - 1]));
        }
        memory.forEach(out::println);
        problems(service, out);
        out.println("faults: %d".formatted(faults.count()));
        faults.first().forEach(fault -> out.println("  " + fault));
    }

    private static void problems(Running service, PrintWriter out) throws IOException {
        var lines =
                service.output().lines().filter(line -> line.contains("ERROR")).toList();
        out.println("errors in the log: %d".formatted(lines.size()));
        lines.stream().limit(5).forEach(line -> out.println("  " + line));
    }
}
