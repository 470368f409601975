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
import org.feedside.http.HttpServer;
import org.feedside.http.StartException;
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

/** Serves the feeds and keeps them in step with the posts. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serve all feeds, and keep them in step with the posts until stopped.",
            "",
            "What was published before is served at once. Put nginx, Caddy or Apache in front for the public; "
                    + "`feedside snippet` prints their blocks."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");
    private static final long STOP_SECONDS = 5;

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
            description = "The address to listen on (default: `host` of feedside.toml, else 127.0.0.1).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on, 0 for any (default: `port` of feedside.toml, else 8080).")
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
            note(configuration.problems());
        }
        var published = new Published();
        var closed = new CountDownLatch(1);
        try (var hints = WatchHints.open(disk);
                var closing = store.orElse(null);
                var place = operating(settings, feedsFolder, published).orElse(null);
                var server = server(published, settings, configuration, known, Optional.ofNullable(place))) {
            var operating = Optional.ofNullable(place);
            start(server);
            operating.ifPresent(this::start);
            if (closing == null) {
                return refuse();
            }
            var refresher = new Refresher(
                    disk,
                    folder,
                    site.manner(),
                    closing,
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
                    .ifPresent(refusal -> note(List.of(refusal)));
            if (!problems.isEmpty()) {
                return refuse();
            }
            var address = "http://%s:%d".formatted(settings.host(), server.port());
            operating.map(OperatorServer::address).ifPresent(a -> LOG.info("look after it at {}/status", a));
            var pings = pings(settings, feedsFolder, published, operating);
            var journal = new ChangeLog(published, address);
            Consumer<RefreshRun> listener = refresh -> {
                operating.ifPresent(o -> o.refreshed(refresh));
                refresh.result().ifPresent(journal);
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

    /** The operator's place, if there is to be one. */
    private Optional<OperatorServer> operating(ServiceConfig settings, Path feedsFolder, Published published) {
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
                        o.portBeside(settings.port())));
    }

    /** What tells the hub of changes, if there is one. */
    private Optional<PingLoop> pings(
            ServiceConfig settings, Path feedsFolder, Published published, Optional<OperatorServer> operating) {
        var journal = new PingLog();
        return site.hub(settings)
                .map(hub -> PingLoop.of(
                        disk,
                        feedsFolder,
                        hub,
                        published,
                        clock,
                        operating.<PingListener>map(o -> new Both(o, journal)).orElse(journal)));
    }

    /** Tells two listeners. */
    private record Both(PingListener one, PingListener other) implements PingListener {
        @Override
        public void begins(int pending) {
            one.begins(pending);
            other.begins(pending);
        }

        @Override
        public void ended(PingOutcome outcome) {
            one.ended(outcome);
            other.ended(outcome);
        }
    }

    /** The settings of the file and of the command line; mistakes in the file are noted. */
    private ServiceConfig settings(Parsed<ServiceConfig> file) {
        if (file.value().isEmpty()) {
            note(file.problems());
        }
        var settings = file.value().orElse(ServiceConfig.DEFAULT);
        return settings.listeningOn(host.orElse(settings.host()), port.orElse(settings.port()));
    }

    /** The state, unless nothing says that this is the place for one. */
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
        var http = HttpSettingsMapper.config(settings, URI.create(baseUrl), site.hub(settings));
        var feeds = new FeedService(published, http);
        var service = operating.map(o -> o.counted(feeds)).orElse(feeds);
        return new HttpServer(
                service, clock, settings.host(), settings.port(), HttpSettingsMapper.limits(settings.http()));
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
            problems.add(Problem.error("the operator's pages, [operator] of feedside.toml: " + e.getMessage()));
        }
    }

    /** Runs until the process is told to end, and then long enough to close everything in order. */
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
            // Told to end: the caller closes what is open, which needs a thread that may wait.
            return;
        }
    }

    private static void awaitQuietly(CountDownLatch closed) {
        try {
            if (!closed.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("a refresh did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(List<Diagnostic> diagnostics) {
        diagnostics.stream()
                .sorted()
                .map(Problem::of)
                .filter(p -> !problems.contains(p))
                .forEach(problems::add);
    }

    private int refuse() {
        problems.forEach(Console.of(spec).err()::problem);
        return ExitCode.USAGE;
    }
}
