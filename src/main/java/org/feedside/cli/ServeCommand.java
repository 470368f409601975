package org.feedside.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.ServiceConfig;
import org.feedside.config.StartSettings;
import org.feedside.pipeline.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the feeds and updates them when posts change. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serve all feeds and update them when posts change, until stopped.",
            "",
            "Feeds that were published before are served at once. For public access, put nginx, Caddy or Apache "
                    + "in front; `feedside snippet` prints the configuration.",
            "",
            "With --follow it serves what another Feedside publishes. Any number of followers serve the same bytes and dates."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    /** Shorter than five seconds, after which some service managers kill: a read that never returns must not delay the end. */
    private static final long STOP_MILLIS = 4_200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private FeedsOption feeds = new FeedsOption();

    @Mixin
    private OriginOptions origins = new OriginOptions();

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
        if (port.filter(p -> p < 0 || p > 65_535).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535");
        }
        var settings = site.folder().readService(new SystemDisk());
        var problems = new ArrayList<Problem>();
        if (settings.value().isEmpty()) {
            problems.addAll(Problem.of(settings.problems()));
        }
        var closed = new CountDownLatch(1);
        var file = settings.value().orElse(ServiceConfig.DEFAULT);
        var used = file.withHostAndPort(host.orElse(file.host()), port.orElse(file.port()));
        try {
            var options = feeds.options(site, feeds.folder(site.folder()), used, false, Progress.NONE);
            try (var service = new Service(options, origins.origin(used))) {
                problems.addAll(service.start());
                if (problems.isEmpty()) {
                    run(service, file, closed);
                }
            }
            if (problems.isEmpty()) {
                LOG.info("stopped");
                return ExitCode.DONE;
            }
            problems.stream().distinct().forEach(Console.of(spec).err()::problem);
            return ExitCode.USAGE;
        } finally {
            closed.countDown();
        }
    }

    /** Runs until the process is asked to stop. A shutdown hook then gives the caller time to close everything. */
    private void run(Service service, ServiceConfig file, CountDownLatch closed) {
        var serving = Thread.currentThread();
        Hangup.handle(() -> {
            LOG.info("reload: reading everything again");
            reportStartSettings(file);
            service.refreshAgain(serving);
        });
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.stop(serving);
                            awaitQuietly(closed);
                        },
                        "stop"));
        try {
            service.run();
        } catch (InterruptedException e) {
            // The shutdown hook interrupted this thread.
            LOG.debug("interrupted", e);
        } finally {
            // Closing writes files, which fails while the flag is set.
            Thread.interrupted();
        }
    }

    /** Logs which settings differ from those of the start, and take effect at the next one. */
    private void reportStartSettings(ServiceConfig file) {
        var now = site.folder().readService(new SystemDisk()).value().orElse(file);
        var changed = StartSettings.changed(file, now);
        if (!changed.isEmpty()) {
            LOG.warn("these settings in feedside.toml need a restart: {}", String.join(", ", changed));
        }
    }

    private static void awaitQuietly(CountDownLatch closed) {
        try {
            if (!closed.await(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                System.err.println("the refresh or a response did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
