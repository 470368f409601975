package org.feedside.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.feedside.config.SiteFolder;
import org.feedside.disk.SystemDisk;
import org.feedside.http.FeedService;
import org.feedside.http.HttpServer;
import org.feedside.http.HttpSettings;
import org.feedside.http.StartException;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Published;
import org.feedside.refreshing.Manner;
import org.feedside.refreshing.Progress;
import org.feedside.refreshing.Refresher;
import org.feedside.state.MvStateStore;

/** A site that is served on loopback, as it is at one moment. */
final class Serving implements AutoCloseable {
    private static final InstantSource NOW = () -> Instant.parse("2026-01-01T00:00:00Z");

    private final HttpServer server;

    private Serving(HttpServer server) {
        this.server = server;
    }

    static Serving of(Path site) throws StartException {
        return of(site, HttpSettings.of(URI.create("https://notes.example.org")));
    }

    static Serving of(Path site, HttpSettings settings) throws StartException {
        var published = new Published();
        var disk = new SystemDisk();
        var feeds = site.resolve("feeds");
        try (var store = MvStateStore.open(disk, feeds)) {
            new Refresher(
                            disk,
                            new SiteFolder(site, Optional.empty(), Optional.empty()),
                            new Manner(false, ZoneOffset.UTC),
                            store,
                            new FeedsFolder(disk, feeds),
                            published,
                            Progress.NONE)
                    .refresh(NOW.instant());
        }
        var server = new HttpServer(new FeedService(published, settings), NOW, "127.0.0.1", 0);
        server.start();
        return new Serving(server);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Override
    public void close() {
        server.close();
    }
}
