package org.feedside.bench;

import static org.feedside.bench.Figures.Unit.MEGABYTES;
import static org.feedside.bench.Figures.Unit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.feedside.bench.Figures.Subject;

/**
 * Measures a process that builds all feeds, without any cached state: Feedside builds three formats with the full text
 * of the posts, Hugo builds RSS with summaries.
 *
 * @param sizes the numbers of posts of the sites
 */
record BuildPart(List<Integer> sizes) implements Part {
    static final String PART = "build";
    static final String TIME = "time";

    @Override
    public void measure(Setting setting) throws IOException, InterruptedException {
        var hugo = Programs.find("hugo");
        for (var size : sizes) {
            var site = setting.site(size);
            for (int run = 0; run < setting.runs(); run++) {
                setting.report("build %,d posts, %d of %d".formatted(size, run + 1, setting.runs()));
                for (var feedside : setting.programs().feedsides()) {
                    build(setting, site, feedside);
                }
                hugo(setting, site, hugo);
            }
        }
    }

    private static void build(Setting setting, GeneratedSite site, Programs.Feedside feedside)
            throws IOException, InterruptedException {
        var feeds = setting.clear("feeds");
        var command = feedside.command("build", site.folder().toString(), "--feeds", feeds.toString());
        var usage = setting.start("feedside-build", command).finish();
        checkEntries(feeds.resolve("atom.xml"), "<entry", site);
        checkEntries(feeds.resolve("rss.xml"), "<item", site);
        add(setting, site, feedside.name(), usage);
    }

    private static void hugo(Setting setting, GeneratedSite site, Optional<String> hugo)
            throws IOException, InterruptedException {
        if (hugo.isEmpty()) {
            return;
        }
        var output = setting.clear("public");
        var command = List.of(
                hugo.get(), "--quiet", "--source", site.folder().toString(), "--destination", output.toString());
        var usage = setting.start("hugo", command).finish();
        checkEntries(output.resolve("index.xml"), "<item", site);
        add(setting, site, Programs.HUGO, usage);
    }

    /** Checks that a feed has all its entries: the time of an incomplete build means nothing. */
    private static void checkEntries(Path feed, String mark, GeneratedSite site) throws IOException {
        var entries = Files.readString(feed).split(mark, -1).length - 1;
        if (entries != Math.min(GeneratedSite.ENTRIES, site.posts())) {
            throw new IOException("%s has %d entries".formatted(feed, entries));
        }
    }

    private static void add(Setting setting, GeneratedSite site, String program, Running.Usage usage) {
        var figures = setting.figures();
        figures.add(
                new Subject(PART, TIME, site.posts(), MILLISECONDS),
                program,
                usage.time().toNanos() / 1e6);
        figures.add(new Subject(PART, "peak memory", site.posts(), MEGABYTES), program, usage.peakBytes() / 1e6);
    }
}
