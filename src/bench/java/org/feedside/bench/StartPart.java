package org.feedside.bench;

import static org.feedside.bench.Figures.Unit.MEGABYTES;
import static org.feedside.bench.Figures.Unit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.feedside.bench.Figures.Subject;

/**
 * Measures the time from the start of the service to its first response, for a site that was published before, and the
 * memory of the service after that.
 *
 * @param sizes the numbers of posts of the sites
 */
record StartPart(List<Integer> sizes) implements Part {
    private static final int POLLS = 1000;
    private static final long SETTLE_MILLIS = 3000;

    @Override
    public void measure(Setting setting) throws IOException, InterruptedException {
        for (var size : sizes) {
            var site = setting.site(size);
            var feeds = setting.clear("feeds-published");
            setting.start(
                            "feedside-build",
                            setting.programs()
                                    .packaged()
                                    .command("build", site.folder().toString(), "--feeds", feeds.toString()))
                    .finish();
            for (int run = 0; run < setting.runs(); run++) {
                setting.report("start with %,d posts, %d of %d".formatted(size, run + 1, setting.runs()));
                for (var feedside : setting.programs().feedsides()) {
                    start(setting, site, feeds, feedside);
                }
            }
        }
    }

    private static void start(Setting setting, GeneratedSite site, Path feeds, Programs.Feedside feedside)
            throws IOException, InterruptedException {
        var port = Ports.free();
        var command = feedside.serve(site.folder(), feeds, port);
        try (var server = setting.start("feedside-serve", command)) {
            var firstResponse = Waiting.forFirst(server, port, "/atom.xml");
            setting.figures()
                    .add(
                            new Subject("start", "to the first 200", site.posts(), MILLISECONDS),
                            feedside.name(),
                            (firstResponse - server.begin()) / 1e6);
            memory(setting, site, server, port, feedside.name());
        }
    }

    private static void memory(Setting setting, GeneratedSite site, Running server, int port, String program)
            throws IOException, InterruptedException {
        // Wait until the posts are read: then the log names the address of the feeds.
        while (!server.isOver() && !server.output().contains("/atom.xml")) {
            Thread.sleep(100);
        }
        try (var connection = new Connection(port)) {
            var tag = Waiting.tag(connection, "/atom.xml").orElseThrow();
            for (int poll = 0; poll < POLLS; poll++) {
                connection.get("/atom.xml", Map.of("If-None-Match", tag));
            }
        }
        Thread.sleep(SETTLE_MILLIS);
        setting.figures()
                .add(
                        new Subject("serve", "resident memory after the start", site.posts(), MEGABYTES),
                        program,
                        server.residentBytes() / 1e6);
    }
}
