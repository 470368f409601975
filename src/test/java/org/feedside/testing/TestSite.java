package org.feedside.testing;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.LastFound;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.EnclosureFiles;
import org.feedside.content.Library;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedCache;
import org.feedside.feeds.FeedPlan;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.Lookup;
import org.feedside.feeds.RenderedPosts;
import org.feedside.formats.Formats;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.publishing.Revision;
import org.feedside.site.Post;
import org.feedside.site.Site;

/**
 * A site written as texts, processed by the real pipeline on a disk in fileSystem. <pre> var site =
 * TestSite.titled("Site").page("hello.md", "date = 2025-01-15").read(); </pre>
 */
public final class TestSite {
    public static final String BASE_URL = "https://example.org";

    private static final String CONFIG = "zola.toml";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private ZoneId timezone = ZoneOffset.UTC;
    private boolean drafts;

    private TestSite() {}

    /** An empty site without a configuration. */
    public static TestSite empty() {
        return new TestSite();
    }

    /** A site whose configuration has a base_url, a title, and these lines. */
    public static TestSite configured(String... lines) {
        return empty().file(
                        CONFIG, "base_url = '%s'\ntitle = 'Site'\n%s\n".formatted(BASE_URL, String.join("\n", lines)));
    }

    /** The site in a folder of the real disk. */
    public static TestSite of(Path folder) {
        var site = empty();
        try (var paths = Files.walk(folder, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                site.files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return site;
    }

    /** Writes a file. The path is relative to the site's folder. */
    public TestSite file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestSite file(String path, byte[] bytes) {
        files.put(path, bytes.clone());
        return this;
    }

    /** Writes a page or a section with TOML front matter. The path is relative to the content folder. */
    public TestSite page(String path, String... frontMatter) {
        return file("content/" + path, "+++\n" + String.join("\n", frontMatter) + "\n+++\nThe text of it.\n");
    }

    public TestSite at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public TestSite in(String zone) {
        timezone = ZoneId.of(zone);
        return this;
    }

    public TestSite withDrafts() {
        drafts = true;
        return this;
    }

    /** Processes the site as the program does. */
    public Result read() {
        try (var fileSystem = Jimfs.newFileSystem(Configuration.unix())) {
            var folder = fileSystem.getPath("/site");
            if (!files.containsKey("feedside.toml")) {
                Files.createDirectories(folder.resolve("content"));
            }
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result read(Path folder) throws IOException {
        var disk = new SystemDisk();
        var read = new SiteFolder(folder, Optional.empty(), Optional.empty()).read(disk);
        if (read.value().isEmpty()) {
            return new Result(
                    Optional.empty(),
                    new Feeds(List.of(), Optional.empty(), List.of(), path -> new Lookup.NotFound<>()),
                    read.problems(),
                    now);
        }
        var configuration = read.value().get();
        var service = configuration.service();
        var content = new ContentFolder(disk, configuration);
        var library = Library.of(content, now);
        var view = new Site.View(now, service.timezone().orElse(timezone), drafts, service.future());
        var site = Site.at(library.sources(), configuration.site(), configuration.known(), view);
        var markup = new MarkdownRenderer(
                configuration.site().markdown(), configuration.site().slugify().anchors(), service.shortcodes());
        var enclosures = EnclosureFiles.measure(
                disk,
                folder,
                configuration,
                site.posts().stream().map(Post::page).toList(),
                LastFound.once());
        var rendered = new RenderedPosts(Map.of(), markup, site.permalinks());
        var feeds = Feeds.of(FeedPlan.of(site, service), rendered, enclosures, new FeedCache());
        var problems = new ArrayList<Diagnostic>(read.problems());
        problems.addAll(library.problems());
        problems.addAll(site.problems());
        problems.addAll(enclosures.problems());
        problems.addAll(feeds.problems());
        return new Result(
                Optional.of(site), feeds, problems.stream().sorted().distinct().toList(), now);
    }

    /** The result for a site; only problems if its configuration is invalid. */
    public record Result(Optional<Site> found, Feeds feeds, List<Diagnostic> problems, Instant now) {
        public Result {
            problems = List.copyOf(problems);
        }

        public Site site() {
            return found.orElseThrow(() -> new AssertionError(problems.toString()));
        }

        /** The paths of all feed files. */
        public List<String> paths() {
            return feeds.all().stream()
                    .flatMap(feed -> feed.files().stream())
                    .map(file -> file.path())
                    .toList();
        }

        /** The Atom URL of each feed. */
        public List<String> atomUrls() {
            return feeds.all().stream().map(feed -> feed.files().get(0).url()).toList();
        }

        /** Returns the feed that has a file. */
        public Feed feed(String path) {
            return feeds.all().stream()
                    .filter(feed ->
                            feed.files().stream().anyMatch(file -> file.path().equals(path)))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("no " + path + " among " + paths()));
        }

        /** The last parts of the paths of a feed's entries in order. */
        public List<String> slugs(String path) {
            return feed(path).entries().stream().map(Result::slug).toList();
        }

        private static String slug(Entry entry) {
            var parts = entry.id().substring(BASE_URL.length()).split("/", -1);
            return parts[parts.length - 2];
        }

        /** The problems as printed, with paths relative to the site's folder. */
        public List<String> messages() {
            return problems.stream()
                    .map(problem -> problem.toString().replace("/site/", ""))
                    .toList();
        }

        /** Returns the text of a feed file. */
        public String text(String path) {
            var bytes = documents().get(path);
            if (bytes == null) {
                throw new NoSuchElementException("no " + path + " among " + paths());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** All files of all feeds, as a first publication writes them. */
        public Map<String, byte[]> documents() {
            var documents = new TreeMap<String, byte[]>();
            var first = feeds.all().stream().findFirst().flatMap(Feed::changed);
            for (var publication : feeds.publications()) {
                var updated = Revision.first(publication.changed().or(() -> first), now)
                        .updated();
                for (var file : publication.files()) {
                    documents.put(file.path(), Formats.encode(publication, file, updated));
                }
            }
            return documents;
        }
    }
}
