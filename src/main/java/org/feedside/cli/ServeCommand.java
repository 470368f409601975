package org.feedside.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.Configuration;
import org.feedside.config.OperatorConfig;
import org.feedside.config.ServiceConfig;
import org.feedside.http.FeedService;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.operating.OperatorServer;
import org.feedside.pipeline.Progress;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.Identity;
import org.feedside.publishing.state.MvStateStore;
import org.feedside.publishing.state.StateException;
import org.feedside.publishing.state.StateStore;
import org.feedside.refreshing.RefreshLoop;
import org.feedside.refreshing.RefreshRun;
import org.feedside.refreshing.Refresher;
import org.feedside.refreshing.watch.WatchHints;
import org.feedside.websub.PingListener;
import org.feedside.websub.PingLoop;
import org.feedside.websub.PingOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the feeds and updates them when posts change. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serve all feeds and update them when posts change, until stopped.",
            "",
            "Feeds that were published before are served at once. For public access, put nginx, Caddy or Apache "
                    + "in front; `feedside snippet` prints the configuration."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");
    private static final long STOP_SECONDS = 5;

    /** A system property turns the fast path off. */
    private static final boolean USES_FAST_PATH =
            Boolean.parseBoolean(System.getProperty("feedside.http.direct", "true"));

    private final InstantSource clock = Clock.systemUTC();
    private final SystemDisk disk = new SystemDisk();
    private final List<Problem> problems = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private FeedsOption feeds = new FeedsOption();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on (default: `host` of feedside.toml, or 127.0.0.1).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on, 0 for any (default: `port` of feedside.toml, or 8080).")
    private Optional<Integer> port = Optional.empty();

    @Override
    public Integer call() throws InterruptedException, IOException {
        var folder = site.folder();
        var configuration = folder.read(disk);
        var settings = settings(folder.readService(disk));
        var feedsFolder = feeds.folder(folder);
        var store = open(feedsFolder, configuration.value().isPresent());
        var known = store.flatMap(s -> s.load().identity());
        if (configuration.value().isEmpty() && known.isEmpty()) {
            addProblems(configuration.problems());
        }
        var published = new Published();
        var closed = new CountDownLatch(1);
        try (var hints = WatchHints.open(disk);
                var openStore = store.orElse(null);
                var operatorServer =
                        operatorServer(settings, feedsFolder, published).orElse(null);
                var server = server(published, settings, configuration, known, Optional.ofNullable(operatorServer))) {
            var operating = Optional.ofNullable(operatorServer);
            start(server);
            operating.ifPresent(this::start);
            if (openStore == null) {
                return fail();
            }
            var refresher = new Refresher(
                    disk,
                    folder,
                    site.buildOptions(),
                    openStore,
                    new FeedsFolder(disk, feedsFolder),
                    published,
                    Encodings::withGzip,
                    Progress.NONE);
            refresher.overrideHub(site.hub(settings));
            if (feeds.acceptsNewIds()) {
                refresher.acceptNewIds();
            }
            configuration
                    .value()
                    .flatMap(c -> refresher.refusal(c, clock.instant()))
                    .ifPresent(refusal -> addProblems(List.of(refusal)));
            if (!problems.isEmpty()) {
                return fail();
            }
            var baseUrl = "http://%s:%d".formatted(settings.host(), server.port());
            operating.map(OperatorServer::address).ifPresent(a -> LOG.info("status at {}/status", a));
            var pings = pings(settings, feedsFolder, published, operating);
            var changeLog = new ChangeLog(published, baseUrl);
            Consumer<RefreshRun> listener = refresh -> {
                operating.ifPresent(o -> o.refreshed(refresh));
                refresh.result().ifPresent(changeLog);
                pings.ifPresent(PingLoop::wake);
            };
            try {
                pings.ifPresent(PingLoop::start);
                run(new RefreshLoop(refresher, hints, clock, settings, listener), closed);
            } finally {
                pings.ifPresent(PingLoop::close);
            }
        } finally {
            closed.countDown();
        }
        return ExitCode.DONE;
    }

    /** The operator's server, if it is enabled. */
    private Optional<OperatorServer> operatorServer(ServiceConfig settings, Path feedsFolder, Published published) {
        var operator = settings.operator();
        return Optional.of(operator)
                .filter(OperatorConfig::enabled)
                .map(o -> new OperatorServer(
                        disk,
                        feedsFolder,
                        published,
                        clock,
                        Version.current(),
                        site.hub(settings),
                        o.host(),
                        o.effectivePort(settings.port())));
    }

    /** The loop that notifies the hub, if one is configured. */
    private Optional<PingLoop> pings(
            ServiceConfig settings, Path feedsFolder, Published published, Optional<OperatorServer> operating) {
        var log = new PingLog();
        return site.hub(settings)
                .map(hub -> PingLoop.of(
                        disk,
                        feedsFolder,
                        hub,
                        published,
                        clock,
                        operating
                                .<PingListener>map(o -> new BothListeners(o, log))
                                .orElse(log)));
    }

    /** Calls two listeners. */
    private record BothListeners(PingListener one, PingListener other) implements PingListener {
        @Override
        public void roundStarted(int pending) {
            one.roundStarted(pending);
            other.roundStarted(pending);
        }

        @Override
        public void roundEnded(PingOutcome outcome) {
            one.roundEnded(outcome);
            other.roundEnded(outcome);
        }
    }

    /** Combines the settings of the file with those of the command line. Errors in the file are added to the problems. */
    private ServiceConfig settings(Parsed<ServiceConfig> file) {
        if (file.value().isEmpty()) {
            addProblems(file.problems());
        }
        var settings = file.value().orElse(ServiceConfig.DEFAULT);
        return settings.withHostAndPort(host.orElse(settings.host()), port.orElse(settings.port()));
    }

    /** Opens the state. Without a readable configuration it must exist already, so that a mistyped path creates no folder. */
    private Optional<StateStore> open(Path feedsFolder, boolean isConfigured) throws IOException {
        if (!isConfigured && disk.entry(feedsFolder.resolve(".feedside")).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MvStateStore.open(disk, feedsFolder));
        } catch (StateException e) {
            problems.add(Problem.error(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private HttpServer server(
            Published published,
            ServiceConfig settings,
            Parsed<Configuration> configuration,
            Optional<Identity> known,
            Optional<OperatorServer> operating) {
        var baseUrl = configuration
                .value()
                .map(c -> c.site().baseUrl())
                .or(() -> known.map(Identity::baseUrl))
                .orElse("http://localhost/");
        var feeds = new FeedService(published, URI.create(baseUrl), settings.withHub(site.hub(settings)));
        var service = operating.map(o -> o.counted(feeds)).orElse(feeds);
        return new HttpServer(service, clock, settings.host(), settings.port(), settings.http(), USES_FAST_PATH);
    }

    private void start(HttpServer server) {
        try {
            server.start();
        } catch (StartException e) {
            problems.add(Problem.error(String.valueOf(e.getMessage())));
        }
    }

    private void start(OperatorServer operating) {
        try {
            operating.start();
        } catch (StartException e) {
            problems.add(Problem.error("the operator's server ([operator] in feedside.toml): " + e.getMessage()));
        }
    }

    /** Runs until the process is asked to stop. A shutdown hook then gives the caller time to close everything. */
    private static void run(RefreshLoop loop, CountDownLatch closed) {
        var serving = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            serving.interrupt();
                            awaitQuietly(closed);
                        },
                        "stop"));
        try {
            loop.run();
        } catch (InterruptedException e) {
            // The shutdown hook interrupted this thread. The interrupt flag is not set again, because closing may
            // block.
            return;
        }
    }

    private static void awaitQuietly(CountDownLatch closed) {
        try {
            if (!closed.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the refresh did not finish in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void addProblems(List<Diagnostic> diagnostics) {
        diagnostics.stream()
                .sorted()
                .map(Problem::of)
                .filter(p -> !problems.contains(p))
                .forEach(problems::add);
    }

    private int fail() {
        problems.forEach(Console.of(spec).err()::problem);
        return ExitCode.USAGE;
    }
}
