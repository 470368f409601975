package org.feedside.operating;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.feedside.base.disk.Disk;
import org.feedside.config.HttpConfig;
import org.feedside.config.ServiceConfig;
import org.feedside.http.HttpService;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Published;
import org.feedside.refreshing.RefreshRun;
import org.feedside.refreshing.RunningRefresh;
import org.feedside.websub.PingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's server: watches a service, counts its responses, and shows both at its own address. */
public final class OperatorServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    private final String host;
    private final boolean isPortSet;
    private final RefreshRecorder refreshes;
    private final Optional<PingRecorder> pings;
    private final PollsWriter polls;
    private final Metrics metrics;
    private final HttpServer server;

    /**
     * @param feedsFolder where polls are stored across restarts
     * @param running notices a refresh that does not end
     * @param version the program's version
     * @param followed what the service follows; empty for a publisher
     */
    public OperatorServer(
            Disk disk,
            Path feedsFolder,
            Published published,
            RunningRefresh running,
            InstantSource clock,
            String version,
            ServiceConfig settings,
            Optional<String> followed) {
        var port = settings.operator().effectivePort(settings.port());
        this.host = settings.operator().host();
        this.isPortSet = settings.operator().port().isPresent();
        this.refreshes = new RefreshRecorder(published);
        this.pings = settings.hub().filter(hub -> followed.isEmpty()).map(address -> new PingRecorder(address, clock));
        this.polls = new PollsWriter(
                new PollsFile(disk, feedsFolder.resolve(".feedside").resolve("polls")), clock);
        var source = new StatusSource(published, version, clock.instant(), followed, refreshes, running, pings, polls);
        this.metrics = new Metrics(source.at(clock.instant()));
        metrics.observe(running);
        var service = new OperatorService(new HostCheck(host), source, polls.polls(), metrics);
        this.server = new HttpServer(service, clock, host, port, HttpConfig.DEFAULT, false);
    }

    /** Returns the service with its responses counted. */
    public HttpService counted(HttpService service) {
        return new CountingService(service, polls.polls(), metrics);
    }

    public void start() throws StartException {
        try {
            server.start();
        } catch (StartException e) {
            if (isPortSet) {
                throw e;
            }
            // The port after that of the feeds may be the port of another site's feeds.
            server.startOnFreePort();
            LOG.warn(
                    "the status is on port {}, because the port after that of the feeds is not free: set `port` in [operator] of feedside.toml to choose another one",
                    server.port());
        }
        polls.start();
    }

    /** Returns the server's address. Valid after the start. */
    public String address() {
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, server.port());
    }

    public void refreshed(RefreshRun refresh) {
        refreshes.record(refresh);
        metrics.refreshed(refresh);
    }

    /** Returns what records the pings, if there is a hub. */
    public Optional<PingListener> pings() {
        return pings.map(recorder -> recorder);
    }

    /** Stores the counts and closes the server. */
    @Override
    public void close() {
        server.close();
        polls.close();
        metrics.close();
    }
}
