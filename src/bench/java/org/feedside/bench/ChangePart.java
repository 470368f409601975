package org.feedside.bench;

import static org.feedside.bench.Figures.Unit.MEGABYTES;
import static org.feedside.bench.Figures.Unit.MILLISECONDS;

import java.io.IOException;
import java.util.List;
import org.feedside.bench.Figures.Subject;

/**
 * Measures the time from the rename of a saved post to a response with the new text, and the memory of the service
 * after some changes.
 *
 * @param sizes the numbers of posts of the sites
 * @param edits the number of edits in each run
 */
record ChangePart(List<Integer> sizes, int edits) implements Part {
    static final String PART = "change";
    static final String SAVED = "saved to served";

    private static final String MANY_TAGS = "saved to served, 30 tags";
    /**
     * Last-Modified has a resolution of a second and rises with each change, so a change within a second of the last one
     * would be delayed.
     */
    private static final long PAUSE_MILLIS = 2500;

    @Override
    public void measure(Setting setting) throws IOException, InterruptedException {
        var hugo = Programs.find("hugo");
        for (var size : sizes) {
            var site = setting.site(size);
            for (int run = 0; run < setting.runs(); run++) {
                setting.report("change one of %,d posts, %d of %d".formatted(size, run + 1, setting.runs()));
                for (var feedside : setting.programs().feedsides()) {
                    feedside(setting, site, feedside);
                }
                if (hugo.isPresent()) {
                    hugo(setting, site, hugo.get());
                }
            }
        }
    }

    private void feedside(Setting setting, GeneratedSite site, Programs.Feedside feedside)
            throws IOException, InterruptedException {
        var port = Ports.free();
        var command = feedside.serve(site.folder(), setting.clear("feeds"), port);
        try (var server = setting.start("feedside-serve", command)) {
            edit(setting, site, feedside.name(), server, port, "/atom.xml");
        }
    }

    private void hugo(Setting setting, GeneratedSite site, String hugo) throws IOException, InterruptedException {
        var port = Ports.free();
        var command = List.of(
                hugo,
                "server",
                "--source",
                site.folder().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--disableLiveReload",
                // Otherwise Hugo renders only pages that a browser has requested, and no feed.
                "--disableFastRender");
        try (var server = setting.start("hugo-server", command)) {
            edit(setting, site, Programs.HUGO, server, port, "/index.xml");
        }
    }

    private void edit(Setting setting, GeneratedSite site, String program, Running server, int port, String path)
            throws IOException, InterruptedException {
        Waiting.forFirst(server, port, path);
        var figures = setting.figures();
        var many = site.tags().subList(0, 30);
        try (var connection = new Connection(port)) {
            // The first two edits are a warm-up.
            for (int edit = -2; edit < edits; edit++) {
                var post = site.posts() - 1 - Math.floorMod(edit, 10);
                var front = site.front(post);
                var one = save(connection, path, site, post, front.titled(program + " changed " + edit));
                var thirty = save(
                        connection,
                        path,
                        site,
                        post,
                        front.titled(program + " tagged " + edit).tagged(many));
                save(connection, path, site, post, front);
                if (edit >= 0) {
                    figures.add(new Subject(PART, SAVED, site.posts(), MILLISECONDS), program, one);
                    figures.add(new Subject(PART, MANY_TAGS, site.posts(), MILLISECONDS), program, thirty);
                }
            }
        }
        figures.add(
                new Subject("serve", "resident memory after changes", site.posts(), MEGABYTES),
                program,
                server.residentBytes() / 1e6);
    }

    /** Saves a post and returns the milliseconds until its title is served. */
    private static double save(
            Connection connection, String path, GeneratedSite site, int post, GeneratedSite.Front front)
            throws IOException, InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        var tag = Waiting.tag(connection, path);
        var begin = site.save(post, front);
        var served = Waiting.forChange(connection, path, tag, text -> text.contains(front.title()));
        return (served - begin) / 1e6;
    }
}
