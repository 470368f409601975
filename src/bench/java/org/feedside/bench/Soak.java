package org.feedside.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Serves for a long time, while readers poll and an author edits, and looks at every answer and at the memory. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Let readers poll and an author edit for a long time, and look at every answer and at the memory.",
            "",
            "Exit code 1 if an answer was wrong."
        })
final class Soak implements Callable<Integer> {
    private static final int READERS = 20;
    private static final int TAGS = 8;
    /** As many posts as the site's feed shows are edited, so that each edit changes it. */
    private static final int EDITED = GeneratedSite.ENTRIES / 2;

    private static final int LOOK_EVERY = 15;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProgramOptions programs = new ProgramOptions();

    @Option(names = "--minutes", defaultValue = "30", description = "Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(names = "--posts", defaultValue = "2000", description = "Default: ${DEFAULT-VALUE}.")
    private int posts;

    @Option(names = "--rate", defaultValue = "200", description = "Polls a second (default: ${DEFAULT-VALUE}).")
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
                    Optional.empty(),
                    1,
                    processes,
                    new Figures(),
                    err);
            var site = GeneratedSite.in(Files.createDirectories(setting.emptied("")), posts, setting.seed());
            // Readers are told apart by the address that a proxy says, as each may load a version a few times only.
            Files.writeString(site.folder().resolve("feedside.toml"), "[http]\ntrusted_proxies = [\"127.0.0.1\"]\n");
            var port = Ports.free();
            var command = setting.programs()
                    .feedside(
                            "serve",
                            site.folder().toString(),
                            "--feeds",
                            setting.folder().resolve("feeds").toString(),
                            "--port",
                            Integer.toString(port));
            try (var service = setting.start(setting.folder(), "feedside-serve", command)) {
                Waiting.first(service, port, "/atom.xml");
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
        var looks = List.of(seconds / 6, seconds / 2, seconds);
        try (var connection = new Connection(port)) {
            for (int second = 1; second <= seconds; second++) {
                sleepUntil(begin + second * 1_000_000_000L);
                edit(site, random, second, connection);
                if (looks.contains(second)) {
                    memory.add(look(setting, service, second));
                    setting.say("%d s: %s; %d faults".formatted(second, memory.get(memory.size() - 1), faults.count()));
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
        tell(pollers);
    }

    private static void sleepUntil(long time) {
        for (var wait = time - System.nanoTime(); wait > 0; wait = time - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    /** An edit in place of another; now and then of the tags too, or a post comes and goes. */
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
            if (second % LOOK_EVERY == 0) {
                await(connection, front.title(), begin);
            }
        }
    }

    private void await(Connection connection, String title, long begin) throws IOException {
        var tag = Optional.<String>empty();
        while (System.nanoTime() - begin < PATIENCE_NANOS) {
            var fields = Map.of("X-Forwarded-For", "192.0.2.200", "If-None-Match", tag.orElse("\"\""));
            var answer = connection.get("/atom.xml", fields);
            if (answer.status() == 200 && answer.text().contains(">" + title + "<")) {
                served.add((System.nanoTime() - begin) / 1e6);
                return;
            }
            tag = answer.field("ETag");
            LockSupport.parkNanos(1_000_000);
        }
        faults.add("%s was not served in time".formatted(title));
    }

    /** Memory after a full collection, which the histogram of the heap begins with. */
    private static String look(Setting setting, Running service, int second) throws IOException, InterruptedException {
        var jcmd = setting.programs().java().resolveSibling("jcmd").toString();
        var histogram = setting.start(
                setting.folder(), "jcmd", List.of(jcmd, Long.toString(service.pid()), "GC.class_histogram"));
        histogram.finish();
        var total = TOTAL.matcher(histogram.said());
        if (!total.find()) {
            throw new IOException("jcmd says no total: " + histogram.said());
        }
        return String.format(
                Locale.ROOT,
                "%.1f min: heap %.1f MB after collection, resident %.0f MB",
                second / 60.0,
                Long.parseLong(total.group(1)) / 1e6,
                service.residentBytes() / 1e6);
    }

    private void tell(List<Poller> pollers) {
        var out = spec.commandLine().getOut();
        var unchanged = pollers.stream()
                .flatMapToLong(poller -> Arrays.stream(poller.unchanged()))
                .sorted()
                .toArray();
        var full = pollers.stream().mapToInt(Poller::fullCount).sum();
        out.println("%,d posts, %d polls a second by %d readers, an edit a second, %d minutes"
                .formatted(posts, rate, READERS, minutes));
        if (unchanged.length > 0) {
            var latency = Load.Latency.of(unchanged);
            out.println(String.format(
                    Locale.ROOT,
                    "304: %,d answers, p50 %.0f µs, p99 %.0f µs, longest %.0f ms (collections for the figures below included)",
                    unchanged.length,
                    latency.p50(),
                    latency.p99(),
                    latency.max() / 1e3));
        }
        out.println("others: %,d answers".formatted(full));
    }

    private void report(Running service) throws IOException {
        var out = spec.commandLine().getOut();
        var times = served.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (times.length > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "saved to served: %d looked at, median %.0f ms, longest %.0f ms",
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
                service.said().lines().filter(line -> line.contains("ERROR")).toList();
        out.println("errors in the log: %d".formatted(lines.size()));
        lines.stream().limit(5).forEach(line -> out.println("  " + line));
    }
}
