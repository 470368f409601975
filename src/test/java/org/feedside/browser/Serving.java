package org.feedside.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.http.FeedService;
import org.feedside.http.TestServer;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.operating.OperatorServer;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.MvStateStore;
import org.feedside.refreshing.RefreshRun;
import org.feedside.refreshing.Refresher;

/** A site served on loopback at a fixed time, with the operator pages. */
final class Serving implements AutoCloseable {
    private static final InstantSource NOW = () -> Instant.parse("2026-01-01T00:00:00Z");

    private static final URI BASE_URL = URI.create("https://notes.example.org");

    private final HttpServer feeds;
    private final OperatorServer operating;

    private Serving(HttpServer feeds, OperatorServer operating) {
        this.feeds = feeds;
        this.operating = operating;
    }

    static Serving of(Path site) throws StartException {
        return of(site, ServiceConfig.DEFAULT);
    }

    static Serving of(Path site, ServiceConfig settings) throws StartException {
        var published = new Published();
        var disk = new SystemDisk();
        var feeds = site.resolve("feeds");
        var operating = new OperatorServer(disk, feeds, published, NOW, "1.2.3", Optional.empty(), "127.0.0.1", 0);
        try (var store = MvStateStore.open(disk, feeds)) {
            var outcome = new Refresher(
                            disk,
                            new SiteFolder(site, Optional.empty(), Optional.empty()),
                            new BuildOptions(false, ZoneOffset.UTC),
                            store,
                            new FeedsFolder(disk, feeds),
                            published,
                            Encodings::withGzip,
                            Progress.NONE)
                    .refresh(NOW.instant());
            operating.refreshed(new RefreshRun(NOW.instant(), NOW.instant(), Optional.of(outcome)));
        }
        var service = operating.counted(new FeedService(published, BASE_URL, settings));
        var server = TestServer.of(service, NOW);
        server.start();
        operating.start();
        return new Serving(server, operating);
    }

    String url(String path) {
        return "http://127.0.0.1:" + feeds.port() + path;
    }

    /** Returns the URL of an operator page. */
    String operatorsUrl(String path) {
        return operating.address() + path;
    }

    @Override
    public void close() {
        feeds.close();
        operating.close();
    }
}
