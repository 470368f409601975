package org.feedside.refreshing;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.SystemDisk;
import org.feedside.cli.Service;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.MemoryStateStore;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateStore;
import org.feedside.refreshing.guards.AcceptFile;
import org.feedside.testing.SimulatedClock;

/** A site in memory with a simulated clock and a service that can be restarted. */
final class World {
    private static final Pattern ENTRY_TITLE = Pattern.compile("<entry.*?<title[^>]*>(.*?)</title>", Pattern.DOTALL);

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final Path site = files.getPath("/site");
    private final MemoryStateStore store = new MemoryStateStore(PublishedState.NONE);
    private boolean drafts;
    private boolean acceptsNewIds;
    Disk disk = new SystemDisk();
    Progress progress = Progress.NONE;
    RenderWatch watch = RenderWatch.NONE;
    final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T12:00:00Z"));
    Published published = new Published();

    /** Whether a client asks for the feeds as soon as the service starts. */
    boolean isPolled = true;

    Refresher refresher;

    World() {
        write("zola.toml", """
                base_url = "https://example.org"
                title = "Example"
                author = "Ann"
                taxonomies = [{ name = "tags" }]
                """);
        try {
            Files.createDirectories(site.resolve("content"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refresher = start();
    }

    /** Restarts the service from the files on disk. */
    void restart() {
        refresher = start();
    }

    void restartWithDrafts() {
        drafts = true;
        refresher = start();
    }

    /** Restarts the service as with {@code --accept-new-ids}. */
    void restartAcceptingNewIds() {
        acceptsNewIds = true;
        refresher = start();
        acceptsNewIds = false;
    }

    private Refresher start() {
        return start(store);
    }

    /** Starts the service with another store. */
    Refresher start(StateStore other) {
        var service = new Service(
                new ServiceOptions(
                        disk,
                        clock,
                        folder(),
                        site.resolve("feeds"),
                        new BuildOptions(drafts, ZoneOffset.UTC),
                        folder().readService(new SystemDisk()).value().orElse(ServiceConfig.DEFAULT),
                        acceptsNewIds,
                        false,
                        progress,
                        post -> watch.begins(post)),
                () -> other);
        published = service.published();
        if (isPolled) {
            published.serve();
        }
        return service.open();
    }

    SiteFolder folder() {
        return new SiteFolder(site, Optional.empty(), Optional.empty());
    }

    /** Accepts the current posts, as {@code feedside accept} does in another process. */
    Parsed<Integer> accept() {
        return acceptFor("feeds");
    }

    /** Accepts the posts for another folder of feeds. */
    Parsed<Integer> acceptFor(String feeds) {
        return new AcceptFile(new SystemDisk(), site.resolve(feeds))
                .acceptPosts(folder(), new BuildOptions(drafts, ZoneOffset.UTC), clock.instant());
    }

    /** Writes a file of the site with the clock's time as its modification time. */
    void write(String path, String text) {
        writeBytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void writeBytes(String path, byte[] bytes) {
        try {
            var file = site.resolve(path);
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(site));
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void post(String name, String date, String... tags) {
        post(name, date, "Text of " + name + ".", tags);
    }

    void post(String name, String date, String body, String[] tags) {
        var quoted = List.of(tags).stream().map(tag -> '"' + tag + '"').toList();
        write(
                "content/" + name + ".md",
                "+++\ntitle = \"%s\"\ndate = %s\ntaxonomies.tags = %s\n+++\n%s\n".formatted(name, date, quoted, body));
    }

    void delete(String path) {
        try {
            Files.delete(site.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void move(String from, String to) {
        try {
            Files.move(site.resolve(from), site.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void link(String path, String target) {
        try {
            Files.createSymbolicLink(site.resolve(path), site.resolve(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the content of every document by its path in the feeds folder. */
    Map<String, String> feedFiles() {
        var result = new TreeMap<String, String>();
        var feeds = site.resolve("feeds");
        if (!Files.exists(feeds)) {
            return result;
        }
        try (var all = Files.walk(feeds)) {
            for (var file : all.filter(Files::isRegularFile)
                    .filter(file ->
                            !file.startsWith(feeds.resolve(".feedside")) && !file.equals(feeds.resolve(Manifest.PATH)))
                    .toList()) {
                result.put(feeds.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    Instant fileTime(String feedPath) {
        try {
            return Files.getLastModifiedTime(site.resolve("feeds").resolve(feedPath))
                    .toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Advances the clock until files are old enough to be trusted, and refreshes; once more if files are missing. */
    RefreshResult refresh() {
        clock.advance(Duration.ofSeconds(5));
        var result = refresher.refresh(clock.instant());
        return result.kind() == RefreshResult.Kind.POSTPONED ? refreshAgain() : result;
    }

    /** Refreshes a second later, when a missing file counts as deleted. */
    RefreshResult refreshAgain() {
        clock.advance(Duration.ofSeconds(1));
        return refresher.refresh(clock.instant());
    }

    Document document(String path) {
        return published.current().find(path).orElseThrow(() -> new AssertionError(path + " is not published"));
    }

    /** Returns the text of a document that may be made on demand. */
    String found(String path) {
        return published
                .current()
                .lookUp(path, "")
                .value()
                .map(document -> document.identity().bytes().toString())
                .orElse("nothing at " + path);
    }

    String text(String path) {
        return document(path).identity().bytes().toString();
    }

    /** Returns the titles of the entries of an Atom feed. */
    List<String> titles(String path) {
        var titles = new ArrayList<String>();
        var matcher = ENTRY_TITLE.matcher(text(path));
        while (matcher.find()) {
            titles.add(matcher.group(1));
        }
        return titles;
    }

    /** Returns the feed's {@code updated}, which precedes those of its entries. */
    Instant updated(String path) {
        var matcher = Pattern.compile("<updated>(.*?)</updated>").matcher(text(path));
        if (!matcher.find()) {
            throw new AssertionError(path + " has no date");
        }
        return java.time.OffsetDateTime.parse(matcher.group(1)).toInstant();
    }
}
