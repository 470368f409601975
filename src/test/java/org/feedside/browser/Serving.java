package org.feedside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.feedside.base.disk.SystemDisk;
import org.feedside.cli.Service;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.refreshing.ServiceOptions;

/** A site served on loopback at a fixed time, with the operator pages. */
final class Serving implements AutoCloseable {
    private static final InstantSource NOW = () -> Instant.parse("2026-01-01T00:00:00Z");

    private final Service service;

    private Serving(Service service) {
        this.service = service;
    }

    static Serving of(Path site) throws IOException {
        return of(site, ServiceConfig.DEFAULT);
    }

    static Serving of(Path site, ServiceConfig settings) throws IOException {
        var service = new Service(new ServiceOptions(
                new SystemDisk(),
                NOW,
                new SiteFolder(site, Optional.empty(), Optional.empty()),
                site.resolve("feeds"),
                new BuildOptions(false, ZoneOffset.UTC),
                settings.withHostAndPort("127.0.0.1", 0),
                false,
                false,
                Progress.NONE,
                RenderWatch.NONE));
        assertThat(service.start()).isEmpty();
        service.refresh();
        return new Serving(service);
    }

    void refresh() {
        service.refresh();
    }

    String url(String path) {
        return "http://127.0.0.1:" + service.port() + path;
    }

    /** Returns the URL of an operator page. */
    String operatorsUrl(String path) {
        return service.operatorUrl().orElseThrow() + path;
    }

    @Override
    public void close() {
        service.close();
    }
}
