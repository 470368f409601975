package org.feedside.operating;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.feedside.base.disk.Disk;
import org.feedside.http.HttpServer;
import org.feedside.http.HttpService;
import org.feedside.http.StartException;
import org.feedside.publishing.Published;
import org.feedside.refreshing.RefreshRun;
import org.feedside.websub.PingListener;
import org.feedside.websub.PingOutcome;

/** The operator's place: watches a service, counts what it answers, and shows both at an address of its own. */
public final class OperatorServer implements AutoCloseable, PingListener {
    private final String host;
    private final RefreshRecorder refreshes;
    private final Optional<PingRecorder> pings;
    private final PollsWriter polls;
    private final Metrics metrics;
    private final HttpServer server;

    /**
     * A place that is not open yet.
     *
     * @param feedsFolder where polls are kept over restarts
     * @param version of the program
     * @param hub that is told of changes
     * @param host where it listens
     * @param port 0 for any that is free
     */
    public OperatorServer(
            Disk disk,
            Path feedsFolder,
            Published published,
            InstantSource clock,
            String version,
            Optional<URI> hub,
            String host,
            int port) {
        this.host = host;
        this.refreshes = new RefreshRecorder(published);
        this.pings = hub.map(address -> new PingRecorder(address, clock));
        this.polls = new PollsWriter(
                new PollsFile(disk, feedsFolder.resolve(".feedside").resolve("polls")), clock);
        var source = new StatusSource(published, version, clock.instant(), refreshes, pings, polls);
        this.metrics = new Metrics(source.at(clock.instant()));
        var service = new OperatorService(new HostCheck(host), source, polls.polls(), metrics);
        this.server = new HttpServer(service, clock, host, port);
    }

    /** The same service, with every answer counted. */
    public HttpService counted(HttpService service) {
        return new CountingService(service, polls.polls(), metrics);
    }

    public void start() throws StartException {
        server.start();
        polls.start();
    }

    /** Where it is, once it has started. */
    public String address() {
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, server.port());
    }

    public void refreshed(RefreshRun refresh) {
        refreshes.saw(refresh);
        metrics.refreshed(refresh);
    }

    @Override
    public void begins(int pending) {
        pings.ifPresent(watch -> watch.begins(pending));
    }

    @Override
    public void ended(PingOutcome outcome) {
        pings.ifPresent(watch -> watch.ended(outcome));
    }

    /** Keeps what was counted, and closes the place. */
    @Override
    public void close() {
        server.close();
        polls.close();
        metrics.close();
    }
}
