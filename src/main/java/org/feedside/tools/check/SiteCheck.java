package org.feedside.tools.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.built.BuiltFolder;
import org.feedside.config.Configuration;
import org.feedside.config.Layout;
import org.feedside.config.SiteFolder;
import org.feedside.feeds.Feed;
import org.feedside.formats.Formats;
import org.feedside.markup.discovery.HtmlPage;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.LoadedSite;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.SiteInput;
import org.feedside.pipeline.SiteReading;
import org.feedside.publishing.Revision;
import org.feedside.site.Site;

/** Finds all problems of a site. Writes nothing. */
public final class SiteCheck {
    /** The number of entries that Feedbin reads of a feed. */
    private static final int MAX_ENTRIES = 300;

    /** The number of bytes that the W3C validator and some readers read of a feed. */
    private static final int MAX_BYTES = 5_000_000;

    private SiteCheck() {}

    /**
     * The result of a check.
     *
     * @param usable whether the configuration could be read
     * @param posts the number of posts of the site
     * @param pages the number of built pages that were checked, if a folder was given
     * @param waiting the scheduled posts
     * @param post what the check says about one post, if it was named
     */
    public record Report(
            boolean usable,
            int posts,
            int feeds,
            OptionalInt pages,
            List<Diagnostic> problems,
            List<Site.ScheduledPost> waiting,
            Optional<PostReport> post) {
        public Report {
            problems = List.copyOf(problems);
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * Checks a site.
     *
     * @param built the folder of the built pages, which are checked too if it is given
     * @param post the file of a post to explain
     */
    public static Report of(
            Disk disk,
            SiteFolder folder,
            BuildOptions options,
            Optional<Path> built,
            Optional<Path> post,
            Progress progress,
            Instant now) {
        var loaded = LoadedSite.read(disk, folder, now);
        var problems = new ArrayList<>(loaded.problems());
        var pages = built.flatMap(b -> BuiltFolder.open(disk, b));
        built.filter(b -> pages.isEmpty())
                .ifPresent(b -> problems.add(Code.UNREADABLE.error(
                        b, "there is no such folder: build the site first, or name the folder of the built site")));
        if (!problems.isEmpty()) {
            return new Report(false, 0, 0, OptionalInt.empty(), problems, List.of(), Optional.empty());
        }
        var site = loaded.value().orElseThrow();
        var configuration = site.configuration();
        var reading = SiteReading.of(SiteInput.once(site, disk, folder, options, progress, now));
        problems.addAll(reading.problems());
        computed(folder, configuration).ifPresent(problems::add);
        for (var feed : reading.feeds().all()) {
            advice(feed, now)
                    .map(text -> Code.FEED_SIZE.advice(
                            Place.startOf(configuration.site().file()), text))
                    .ifPresent(problems::add);
        }
        var siteFeeds = new SiteFeeds(configuration, reading.site(), reading.feeds());
        new PostLint(configuration.site(), reading.site(), problems).check(site.library());
        if (configuration.site().layout() instanceof Layout.Zola) {
            new TextLint(disk, folder.folder(), configuration, problems)
                    .check(reading.site().posts());
        }
        var addresses = new AddressLint(configuration, reading.site(), problems);
        addresses.checkPages(site.library(), siteFeeds);
        addresses.checkFiles(disk, folder.folder(), siteFeeds);
        addresses.checkMoves(disk, folder.folder(), siteFeeds);
        addresses.checkTerms();
        var checked = pages.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(check(pages.get(), siteFeeds, problems, progress));
        return new Report(
                true,
                reading.posts(),
                reading.feeds().all().size(),
                checked,
                problems.stream().sorted().distinct().toList(),
                reading.site().scheduled(),
                post.map(file -> PostReport.of(file, reading, options, problems)));
    }

    /** Returns the advice to use the built pages of a site whose generator's rules are known in part only. */
    private static Optional<Diagnostic> computed(SiteFolder folder, Configuration configuration) {
        return Optional.of(configuration)
                .filter(c -> c.site().layout() instanceof Layout.Folder
                        && c.service().built().isEmpty())
                .map(
                        c -> Code.NOT_BUILT.advice(
                                Place.startOf(folder.folder()
                                        .resolve(SiteFolder.SETTINGS_FILE)
                                        .toString()),
                                "addresses and contents are computed from the posts and may differ from the site's: build the site, set `built` to the folder of its pages, and run `feedside check --find-selector`"));
    }

    /** Adds the problems of the built pages and returns the number of pages. */
    private static int check(BuiltFolder folder, SiteFeeds feeds, List<Diagnostic> problems, Progress progress) {
        var faults = new PageFaults();
        var autodiscovery = new Autodiscovery(feeds, folder, faults);
        var pages = folder.pages().files().keySet();
        var done = 0;
        for (var page : pages) {
            folder.text(page)
                    .map(text -> HtmlPage.read(folder.file(page), text, feeds.address(page)))
                    .ifPresent(html -> autodiscovery.check(page, html));
            progress.report("checking pages", ++done, pages.size());
        }
        problems.addAll(faults.summary());
        problems.addAll(folder.problems());
        return pages.size();
    }

    private static Optional<String> advice(Feed feed, Instant now) {
        var path = feed.files().get(0).path();
        if (feed.entries().size() > MAX_ENTRIES) {
            return Optional.of("%s has %d entries, and some readers stop after %d: set `limit` in feedside.toml"
                    .formatted(path, feed.entries().size(), MAX_ENTRIES));
        }
        for (var file : feed.files()) {
            var updated = Revision.first(feed.changed(), now).updated();
            var size = Formats.encode(feed, file, updated).length;
            if (size > MAX_BYTES) {
                return Optional.of("%s is %d bytes long, and some readers stop after %d: set `limit` in feedside.toml"
                        .formatted(file.path(), size, MAX_BYTES));
            }
        }
        return Optional.empty();
    }
}
